"""When something was: a start, perhaps an end, and whether it filled the time between."""

import datetime
from dataclasses import dataclass
from typing import Self

from . import errors, stored
from .date import FuzzyDate
from .duration import Duration
from .vocabulary import Certainty, EndState, TemporalMode

KEYS = ("start", "end", "end_state", "temporal_mode", "starts_open", "duration")

# Undated periods come last; within the others a span precedes the moments that may lie inside it.
SortKey = tuple[bool, datetime.date, bool, int]


@dataclass(frozen=True)
class Period:
    """A moment (POINT) somewhere within its dates, or a stretch of time (SPAN) all the way through them.

    Without an end of its own (NONE) the start says it all: a POINT in 2010 is "2010", a SPAN is
    "throughout 2010". `starts_open` tells a start that never was from one that nobody knows.
    """

    start: FuzzyDate
    end: FuzzyDate | None = None
    end_state: EndState = EndState.NONE
    temporal_mode: TemporalMode = TemporalMode.POINT
    starts_open: bool = False
    duration: Duration | None = None

    def __post_init__(self) -> None:
        self._check_end()
        self._check_start()
        self._check_order()

    @classmethod
    def at(cls, date: FuzzyDate) -> Self:
        """Return a moment somewhere within the date."""
        return cls(date)

    @classmethod
    def throughout(cls, date: FuzzyDate) -> Self:
        """Return all the time the date takes up."""
        return cls(date, temporal_mode=TemporalMode.SPAN)

    @classmethod
    def between(cls, start: FuzzyDate, end: FuzzyDate) -> Self:
        """Return the time from one date up to and including another."""
        return cls(start, end, EndState.KNOWN, TemporalMode.SPAN)

    @classmethod
    def since(cls, start: FuzzyDate) -> Self:
        """Return what began then and still goes on."""
        return cls(start, None, EndState.OPEN, TemporalMode.SPAN)

    @classmethod
    def begun(cls, start: FuzzyDate) -> Self:
        """Return what began then and ended nobody knows when."""
        return cls(start, None, EndState.UNKNOWN, TemporalMode.SPAN)

    @classmethod
    def until(cls, end: FuzzyDate) -> Self:
        """Return what had always been and ended then."""
        return cls(FuzzyDate.unknown(), end, EndState.KNOWN, TemporalMode.SPAN, starts_open=True)

    @classmethod
    def by(cls, end: FuzzyDate) -> Self:
        """Return a moment no later than the date."""
        return cls(FuzzyDate.unknown(), end, EndState.KNOWN, starts_open=True)

    @classmethod
    def lasting(cls, duration: Duration) -> Self:
        """Return what had been going on for this long, and still was, at the anchor of the duration."""
        start = duration.derived_start()
        return cls(start, None, EndState.OPEN, TemporalMode.SPAN, duration=duration)

    @classmethod
    def from_dict(cls, kept: object) -> Self:
        """Return the period that `to_dict` gave. Raises a DateError for anything else."""
        fields = stored.mapping(kept, keys=KEYS)
        end, duration = fields.get("end"), fields.get("duration")
        return cls(
            start=FuzzyDate.from_dict(fields.get("start")),
            end=None if end is None else FuzzyDate.from_dict(end),
            end_state=stored.word(fields, "end_state", EndState) or EndState.NONE,
            temporal_mode=stored.word(fields, "temporal_mode", TemporalMode) or TemporalMode.POINT,
            starts_open=stored.truth(fields, "starts_open"),
            duration=None if duration is None else Duration.from_dict(duration),
        )

    def to_dict(self) -> dict[str, object]:
        """Return what has to be kept, ready for JSON: always the same keys, nothing derived."""
        return {
            "start": self.start.to_dict(),
            "end": self.end and self.end.to_dict(),
            "end_state": self.end_state.value,
            "temporal_mode": self.temporal_mode.value,
            "starts_open": self.starts_open,
            "duration": self.duration and self.duration.to_dict(),
        }

    @property
    def earliest(self) -> datetime.date | None:
        """The first day it may touch; None without limit."""
        return self.start.earliest

    @property
    def latest(self) -> datetime.date | None:
        """The last day it may touch; None without limit or while it goes on."""
        if self.end is not None:
            return self.end.latest
        return self.start.latest if self.end_state is EndState.NONE else None

    @property
    def is_undated(self) -> bool:
        return self.earliest is None and self.latest is None

    @property
    def sort_key(self) -> SortKey:
        """The place in a timeline, to be followed by the editors' order and the id.

        By the first day; the longer span before the shorter, spans before moments. Where there is no
        first day the last one stands in, so that "by the end of 2009" is not told before everything else.
        """
        is_point = self.temporal_mode is TemporalMode.POINT
        last = self.latest or datetime.date.max
        first = self.earliest or last
        return (self.is_undated, first, is_point, last.toordinal() if is_point else -last.toordinal())

    def is_planned_and_past(self, *, today: datetime.date) -> bool:
        """Say whether a planned date has gone by, so that somebody should look what became of it."""
        planned = (date for date in (self.start, self.end) if date and date.certainty is Certainty.PLANNED)
        return any(date.latest is not None and date.latest < today for date in planned)

    def _check_end(self) -> None:
        is_dated = self.end is not None and self.end.is_known
        if self.end_state is EndState.KNOWN and not is_dated:
            raise errors.end_missing()
        if self.end_state is not EndState.KNOWN and self.end is not None:
            raise errors.end_not_expected(self.end_state)

    def _check_start(self) -> None:
        is_moment = self.temporal_mode is TemporalMode.POINT
        if is_moment and self.end_state is not EndState.NONE and (self.start.is_known or self.end is None):
            raise errors.point_with_end()
        if self.starts_open and self.start.is_known:
            raise errors.start_not_expected()
        if self.starts_open and self.end_state is EndState.NONE:
            raise errors.open_start_without_end()

    def _check_order(self) -> None:
        first, last = self.earliest, self.latest
        if self.end is not None and first is not None and last is not None and first > last:
            raise errors.period_reversed(self.start.edtf, self.end.edtf)
