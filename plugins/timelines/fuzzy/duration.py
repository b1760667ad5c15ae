"""A length of time counted back from a date: "for about 30 years", said on a page of 2010."""

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Self

from . import errors, stored
from .date import FuzzyDate
from .vocabulary import Certainty, Precision, Qualifier

LENGTH = re.compile(r"P(?=[0-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?")
KEYS = ("iso8601", "approximate", "anchor")


@dataclass(frozen=True)
class Duration:
    """How long something had been going on at its anchor; true on that date and on no other."""

    iso8601: str
    anchor: FuzzyDate
    approximate: bool = False

    def __post_init__(self) -> None:
        match = LENGTH.fullmatch(self.iso8601)
        if match is None or not any(int(number) for number in match.groups("0")):
            raise errors.duration_malformed(self.iso8601)
        if self.anchor.earliest is None:
            raise errors.duration_adrift()
        if self._counted_back() is None:
            raise errors.duration_too_long(self.iso8601)

    @classmethod
    def from_dict(cls, kept: object) -> Self:
        """Return the duration that `to_dict` gave. Raises a DateError for anything else."""
        fields = stored.mapping(kept, keys=KEYS)
        return cls(
            iso8601=stored.text(fields, "iso8601"),
            anchor=FuzzyDate.from_dict(fields.get("anchor")),
            approximate=stored.truth(fields, "approximate"),
        )

    def to_dict(self) -> dict[str, object]:
        """Return what has to be kept, ready for JSON."""
        return {"iso8601": self.iso8601, "approximate": self.approximate, "anchor": self.anchor.to_dict()}

    @property
    def amounts(self) -> tuple[int, int, int, int]:
        """Years, months, weeks and days."""
        match = LENGTH.fullmatch(self.iso8601)
        years, months, weeks, days = (int(number) for number in match.groups("0")) if match else (0, 0, 0, 0)
        return (years, months, weeks, days)

    def derived_start(self) -> FuzzyDate:
        """Return the date reached by counting back, as coarse as the coarser of length and anchor.

        It is an estimate, and an approximate one unless length and anchor are both exact to the day.
        """
        reached = self._counted_back()
        if reached is None:
            raise errors.duration_too_long(self.iso8601)
        has_month, has_day = self._keeps()
        is_exact = has_day and not self.approximate and self.anchor.qualifier is Qualifier.NONE
        return FuzzyDate.of(
            reached.year,
            month=reached.month if has_month else None,
            day=reached.day if has_day else None,
            qualifier=Qualifier.NONE if is_exact else Qualifier.APPROX,
            certainty=Certainty.ESTIMATED,
        )

    def _keeps(self) -> tuple[bool, bool]:
        """Say whether the month and the day of the start are known as well as those of the anchor."""
        _, months, weeks, days = self.amounts
        has_day = bool(weeks or days) and self.anchor.precision is Precision.DAY
        has_month = bool(months or weeks or days) and self.anchor.precision in (
            Precision.DAY,
            Precision.MONTH,
        )
        return has_month, has_day

    def _counted_back(self) -> datetime.date | None:
        years, months, weeks, days = self.amounts
        anchor = self.anchor.earliest or datetime.date.min
        year, month = divmod(anchor.year * 12 + anchor.month - 1 - years * 12 - months, 12)
        if year < datetime.MINYEAR:
            return None
        day = min(anchor.day, monthrange(year, month + 1)[1])
        try:
            return datetime.date(year, month + 1, day) - datetime.timedelta(weeks=weeks, days=days)
        except OverflowError:
            return None
