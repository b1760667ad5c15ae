"""The values a parsed EDTF string consists of; `str` gives back exactly what was read."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year. An X stands for a digit nobody knows.

    The year is four characters, with a minus before the year 0, or a Y and at least five digits.
    """

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.year, self.month, self.day))) + self.qualifier

    @property
    def has_unknown_digits(self) -> bool:
        return "X" in self.year or "X" in self.month or "X" in self.day


@dataclass(frozen=True, slots=True)
class SubYear:
    """A season, quarter, third or half of a year: the groupings 21 to 41."""

    year: str
    code: int
    qualifier: str = ""

    def __str__(self) -> str:
        return f"{self.year}-{self.code}{self.qualifier}"


@dataclass(frozen=True, slots=True)
class DateTime:
    """A day with a clock time."""

    date: Date
    clock: str

    def __str__(self) -> str:
        return f"{self.date}T{self.clock}"


class Edge(StrEnum):
    """An end of an interval that is not a date: it goes on, or nobody knows."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date up to and including another."""

    start: Date | SubYear | Edge
    end: Date | SubYear | Edge

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True)
class Run:
    """A member of a set that stands for all dates from the first to the last; None is without limit."""

    first: Date | None
    last: Date | None

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True)
class DateSet:
    """One of several dates, `[…]`, or every one of them, `{…}`."""

    members: tuple[Date | Run, ...]
    takes_all: bool = False

    def __str__(self) -> str:
        listed = ",".join(map(str, self.members))
        return f"{{{listed}}}" if self.takes_all else f"[{listed}]"


Value = Date | SubYear | DateTime | Interval | DateSet
