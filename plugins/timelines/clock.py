"""The clock times of an activity whose days are known, told in the time zone of its place. Pure."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .fuzzy import Period
from .overall import is_exact
from .refusals import DateError, gettext_noop


class ClockError(DateError):
    """Clock times that do not go with a date."""


@dataclass(frozen=True)
class Clock:
    """From which moment, and up to which one if that is known. Both carry the time zone of the place."""

    starts_at: datetime.datetime
    ends_at: datetime.datetime | None = None

    @property
    def time_zone(self) -> str:
        """The name of the time zone, such as Europe/Istanbul."""
        return str(self.starts_at.tzinfo)

    def words(self, language: str) -> str:
        """Return the times of day in words; those of different days belong to the first and the last day."""
        times = [moment for moment in (self.starts_at, self.ends_at) if moment]
        between = ":" if language == "en" else "."
        return "–".join(f"{moment:%H}{between}{moment:%M}" for moment in times)


def clock_of(
    period: Period, starts_at: datetime.time | None, ends_at: datetime.time | None, *, time_zone: str
) -> Clock | None:
    """Return the moments that the times make on the days of the period; None without a time.

    Raises ClockError where the days are not known, and for times that cannot have been.
    """
    if starts_at is None:
        if ends_at is not None:
            raise _refused("CLOCK_START_MISSING", END_ALONE)
        return None
    first, last = period.earliest, period.latest
    if first is None or last is None or not is_exact(period):
        raise _refused("CLOCK_WITHOUT_DAY", DAY_UNKNOWN)
    zone = _zone(time_zone)
    clock = Clock(_moment(first, starts_at, zone), _moment(last, ends_at, zone) if ends_at else None)
    if clock.ends_at is not None and clock.ends_at < clock.starts_at:
        raise _refused("CLOCK_REVERSED", REVERSED)
    return clock


END_ALONE = gettext_noop("The time of the end needs that of the start. Add it, or remove both.")
DAY_UNKNOWN = gettext_noop(
    "A clock time needs a day that is known for certain. Give the day, or remove the times."
)
REVERSED = gettext_noop("It ends before it begins. Put the earlier time first, or give the day of the end.")
NO_SUCH_ZONE = gettext_noop("“%(name)s” is not a time zone. Write one such as Europe/Istanbul.")
SKIPPED = gettext_noop(
    "%(time)s was skipped on %(day)s, when clocks were put forward. Look at the source again."
)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _refused("CLOCK_ZONE_UNKNOWN", NO_SUCH_ZONE, name=name) from None


def _moment(day: datetime.date, time: datetime.time, zone: ZoneInfo) -> datetime.datetime:
    moment = datetime.datetime.combine(day, time, tzinfo=zone)
    if moment.astimezone(datetime.UTC).astimezone(zone) != moment:
        raise _refused("CLOCK_SKIPPED", SKIPPED, time=f"{time:%H:%M}", day=day.isoformat())
    return moment


def _refused(code: str, message: str, **values: str) -> ClockError:
    return ClockError(code, message, **values)
