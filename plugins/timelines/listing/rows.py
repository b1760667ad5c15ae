"""The activities of the list under their years, with what the page says of each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cms.api import Work, served_here, url_of

from ..fuzzy import FuzzyDate, Period
from ..labels import Form, Style, label
from ..overall import is_single
from ..telling import ActivityIn
from ..vocabulary import Kind

# What the element time of HTML may carry: a day, a month or a year, and nothing vaguer.
MACHINE_READABLE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True)
class DocumentLink:
    """A document as the list links to it, in the language it is written in."""

    work: Work

    @property
    def url(self) -> str:
        return served_here(self.work.best.url)

    @property
    def language(self) -> str:
        return str(self.work.best.language)

    @property
    def title(self) -> str:
        return str(self.work.best.title)

    @property
    def notice(self) -> str:
        return self.work.notice


@dataclass(frozen=True)
class Row:
    """An activity as the list shows it."""

    told: ActivityIn
    today: datetime.date

    @property
    def period(self) -> Period:
        return self.told.activity.period

    @property
    def date(self) -> str:
        """The date in words that stay true on any day."""
        return label(self.period, language=self.told.language, style=Style(Form.LABEL, elsewhere=True))

    @property
    def clock(self) -> str:
        """The times of day in words; empty where none is known."""
        clock = self.told.activity.clock
        return clock.words(self.told.language) if clock else ""

    @property
    def machine_date(self) -> str:
        """The date for the attribute datetime; empty where it would say more than is known."""
        date = self.period.start
        is_plain = is_single(self.period) and date.part is None and MACHINE_READABLE.fullmatch(date.edtf)
        return date.edtf if is_plain else ""

    @property
    def outcome(self) -> str:
        """When a plan really came, in words; empty where nothing is known of it."""
        actual: FuzzyDate | None = self.told.activity.actual_date
        return label(actual, language=self.told.language) if actual else ""

    @property
    def is_planned_and_past(self) -> bool:
        return not self.outcome and self.period.is_planned_and_past(today=self.today)

    @property
    def kind(self) -> str:
        return str(Kind(self.told.activity.kind).label)

    @property
    def url(self) -> str:
        return url_of(self.told.page) if self.told.page else ""

    @property
    def documents(self) -> list[DocumentLink]:
        return [DocumentLink(work) for work in self.told.documents]

    @property
    def year(self) -> int | None:
        """The year it stands under, which for an undated one is that of what it follows; None at the end."""
        key = self.told.activity.sort_key
        return datetime.date.fromordinal(int(key[1:8])).year if key.startswith("0") else None


@dataclass(frozen=True)
class Year:
    """A heading and what stands under it. None: nobody knows when."""

    number: int | None
    rows: list[Row]


def by_year(rows: Iterable[Row]) -> Iterator[Year]:
    """Yield the rows under their years, in the order given."""
    for number, found in groupby(rows, key=lambda row: row.year):
        yield Year(number, list(found))
