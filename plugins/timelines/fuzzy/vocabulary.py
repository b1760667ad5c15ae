"""The closed lists of words a fuzzy date and a period are made of."""

from enum import StrEnum


class Precision(StrEnum):
    """How much of the calendar the written date takes up, whatever part of it is named."""

    DAY = "DAY"
    MONTH = "MONTH"
    SEASON = "SEASON"
    QUARTER = "QUARTER"
    HALF = "HALF"
    YEAR = "YEAR"
    DECADE = "DECADE"
    RANGE = "RANGE"
    UNKNOWN = "UNKNOWN"


class Part(StrEnum):
    """A stretch of a year or a month that people name and EDTF cannot."""

    EARLY = "EARLY"
    MID = "MID"
    LATE = "LATE"
    BEGINNING = "BEGINNING"
    END = "END"


class Qualifier(StrEnum):
    """How much the source stands by the date."""

    NONE = "NONE"
    APPROX = "APPROX"
    UNCERTAIN = "UNCERTAIN"
    BOTH = "BOTH"

    @property
    def mark(self) -> str:
        return {"NONE": "", "APPROX": "~", "UNCERTAIN": "?", "BOTH": "%"}[self]


class Certainty(StrEnum):
    """Whether the date is a fact, a plan or somebody's reckoning."""

    OCCURRED = "OCCURRED"
    PLANNED = "PLANNED"
    ESTIMATED = "ESTIMATED"


class EndState(StrEnum):
    """What is known about an end: its date, that it is still to come, nothing, or that none was meant."""

    KNOWN = "KNOWN"
    OPEN = "OPEN"
    UNKNOWN = "UNKNOWN"
    NONE = "NONE"


class TemporalMode(StrEnum):
    """At some moment within the dates, or all the way through them."""

    POINT = "POINT"
    SPAN = "SPAN"
