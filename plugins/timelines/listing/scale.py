"""Where a day stands on the band, and which years are marked. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH, MARGIN = 960, 16
MOST_MARKS = 10
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True)
class Scale:
    """Whole years, from the first of January of one to the end of another."""

    first_year: int
    last_year: int

    @classmethod
    def of(cls, days: Iterable[datetime.date | None]) -> Scale | None:
        """Return the scale on which all known days have their place; None where none is known."""
        years = [day.year for day in days if day is not None]
        return cls(min(years), max(years)) if years else None

    @property
    def marks(self) -> list[tuple[int, float]]:
        """The years to be marked, each with the place of its first day."""
        years = self.last_year - self.first_year + 1
        step = next((step for step in STEPS if years <= step * MOST_MARKS), 1000)
        first = -(-self.first_year // step) * step
        return [(year, self.at(datetime.date(year, 1, 1))) for year in range(first, self.last_year + 1, step)]

    def at(self, day: datetime.date) -> float:
        """Return how far from the left the day begins."""
        start = datetime.date(self.first_year, 1, 1).toordinal()
        # Not the first day of the next year: there is none after 9999.
        end = datetime.date(self.last_year, 12, 31).toordinal() + 1
        share = (day.toordinal() - start) / (end - start)
        return round(MARGIN + share * (WIDTH - 2 * MARGIN), 1)

    def behind(self, day: datetime.date) -> float:
        """Return how far from the left the day ends."""
        one_day = (WIDTH - 2 * MARGIN) / (365.25 * (self.last_year - self.first_year + 1))
        return round(min(self.at(day) + one_day, WIDTH - MARGIN), 1)
