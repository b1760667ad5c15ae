"""When a consultation opens and closes, and what state that makes at an instant; pure, touches nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""The dates that a round may have: where time zones are known, and far from what a clock can count."""


class State(StrEnum):
    """Where a consultation stands. Computed from time, never stored."""

    UNKNOWN = "unknown"  # a historical record, outside the course of the others
    DRAFT = "draft"  # no round has dates yet; nothing of it is public
    SCHEDULED = "scheduled"
    OPEN = "open"
    SUSPENDED = "suspended"  # nothing is taken until it is resumed, with a new closing date
    CLOSED = "closed"


@dataclass(frozen=True)
class Window:
    """When a round takes opinions. `closes_at` is the first instant that is too late.

    A suspended one takes none from `suspended_at` on, and does not end: resuming it gives it another end.
    """

    opens_at: datetime
    closes_at: datetime
    suspended_at: datetime | None = None

    def accepts(self, received_at: datetime) -> bool:
        """Whether something received at this instant is in time."""
        return self.state_at(received_at) is State.OPEN

    def state_at(self, now: datetime) -> State:
        """Return where the round stands: SCHEDULED, OPEN, SUSPENDED or CLOSED."""
        if now < self.opens_at:
            return State.SCHEDULED
        if self.is_suspended_at(now):
            return State.SUSPENDED
        return State.OPEN if now < self.closes_at else State.CLOSED

    def is_suspended_at(self, now: datetime) -> bool:
        return self.suspended_at is not None and self.suspended_at <= now


@dataclass(frozen=True)
class Period:
    """A round as it is announced: local dates, and times of day only where one was announced."""

    opens_on: date
    closes_on: date
    opens_time: time | None = None
    closes_time: time | None = None

    @property
    def starts(self) -> datetime:
        """The local beginning, without a zone."""
        return datetime.combine(self.opens_on, self.opens_time or time.min)

    @property
    def ends(self) -> datetime:
        """The local end, without a zone: the closing time, else the start of the next day."""
        if self.closes_time is not None:
            return datetime.combine(self.closes_on, self.closes_time)
        return datetime.combine(self.closes_on + timedelta(days=1), time.min)

    def window(self, *, zone: ZoneInfo) -> Window:
        return Window(
            opening_instant(self.opens_on, zone=zone, opens_time=self.opens_time),
            closing_instant(self.closes_on, zone=zone, closes_time=self.closes_time),
        )


def opening_instant(opens_on: date, *, zone: ZoneInfo, opens_time: time | None = None) -> datetime:
    """Return the first instant of the day, or of its given time, in UTC."""
    return first_instant(datetime.combine(opens_on, opens_time or time.min), zone=zone)


def closing_instant(closes_on: date, *, zone: ZoneInfo, closes_time: time | None = None) -> datetime:
    """Return the first instant that is too late, in UTC: the start of the next local day, or the given time.

    The offset is the one in force at that place on that day: Türkiye was two hours ahead in the winters
    until 2015/16, and has been three ahead since. A given time that clocks show twice is its second showing.
    """
    if closes_time is None:
        return first_instant(datetime.combine(closes_on + timedelta(days=1), time.min), zone=zone)
    local = datetime.combine(closes_on, closes_time)
    return max(first_instant(local, zone=zone), second_instant(local, zone=zone))


def first_instant(local: datetime, *, zone: ZoneInfo) -> datetime:
    """Return when clocks of the zone first show the local time, in UTC.

    A time that they skip is moved forward by the length of the gap: where 00:00 does not exist, the day
    begins at 01:00.
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def second_instant(local: datetime, *, zone: ZoneInfo) -> datetime:
    """Return when clocks show the local time again; mostly they show it once, and this is the first."""
    return local.replace(tzinfo=zone, fold=1).astimezone(UTC)


def state_at(now: datetime, *, windows: Iterable[Window], is_historical: bool = False) -> State:
    """Return the state at an instant: that of the round that matters then.

    A historical record is UNKNOWN whatever the time. Without any round it is still being prepared.
    """
    if is_historical:
        return State.UNKNOWN
    current = current_window(now, windows=windows)
    return State.DRAFT if current is None else current.state_at(now)


def current_window(now: datetime, *, windows: Iterable[Window]) -> Window | None:
    """Return the round that matters at an instant: the open one, else the next to open, else the last.

    A suspended one counts as open here: it goes on.
    """
    ordered = sorted(windows, key=lambda window: window.opens_at)
    unfinished = (each for each in ordered if each.state_at(now) is not State.CLOSED)
    return next(unfinished, ordered[-1] if ordered else None)


def are_in_order(periods: Iterable[Period]) -> bool:
    """Whether each round ends before, or just when, the next begins."""
    return all(earlier.ends <= later.starts for earlier, later in pairwise(periods))


def latest_first(closes_at: datetime | None) -> str:
    """Return a key by which lists put the latest closing first, and what has no closing date last.

    Made of digits, so that every database sorts it alike.
    """
    if closes_at is None:
        return "9" * 11
    return f"{10**10 - int(closes_at.timestamp()):011d}"


class Fact(StrEnum):
    """What a historical record may leave unknown, in the order in which it is told."""

    SENT_ON = "sent_on"
    CLOSES_ON = "closes_on"
    RECIPIENTS = "recipients"
    RESPONSES = "responses"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class History:
    """What is known of a draft that is known only as sent for opinions. None: nobody knows."""

    sent_on: date | None = None
    recipients_count: int | None = None
    responses_received: int | None = None

    @property
    def unknown(self) -> tuple[Fact, ...]:
        """What is not known. A closing date or an outcome would make it an ordinary consultation."""
        known = {
            Fact.SENT_ON: self.sent_on is not None,
            Fact.CLOSES_ON: False,
            Fact.RECIPIENTS: self.recipients_count is not None,
            Fact.RESPONSES: self.responses_received is not None,
            Fact.OUTCOME: False,
        }
        return tuple(fact for fact in Fact if not known[fact])
