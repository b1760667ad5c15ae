"""The rules of a time zone as iCalendar has them: for programs that do not know the zone by its name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STRIDE = datetime.timedelta(days=7)
"""No zone has ever changed its clocks twice within a week."""

SECOND = datetime.timedelta(seconds=1)
NOTHING = datetime.timedelta(0)


def timezones_of(moments: Iterable[datetime.datetime]) -> Iterator[Timezone]:
    """Yield the zones of these moments, each with every change of its clocks in the years that they touch."""
    by_zone: dict[datetime.tzinfo, list[datetime.datetime]] = {}
    for moment in moments:
        if moment.tzinfo is not None:
            by_zone.setdefault(moment.tzinfo, []).append(moment)
    for zone, found in by_zone.items():
        years = [moment.year for moment in found]
        yield _timezone(zone, min(years), max(years))


def _timezone(zone: datetime.tzinfo, first_year: int, last_year: int) -> Timezone:
    timezone = Timezone()
    timezone.add("TZID", str(zone))
    start = datetime.datetime(first_year, 1, 1, tzinfo=datetime.UTC)
    end = datetime.datetime(last_year, 12, 31, 23, tzinfo=datetime.UTC)
    timezone.add_component(_observance(zone, start, before=start))
    for change in _changes(zone, start, end):
        timezone.add_component(_observance(zone, change, before=change - SECOND))
    return timezone


def _changes(
    zone: datetime.tzinfo, start: datetime.datetime, end: datetime.datetime
) -> Iterator[datetime.datetime]:
    here = start
    while here < end:
        there = min(here + STRIDE, end)
        if _offset(zone, here) != _offset(zone, there):
            yield _first_after(zone, here, there)
        here = there


def _first_after(
    zone: datetime.tzinfo, before: datetime.datetime, after: datetime.datetime
) -> datetime.datetime:
    """Return the second from which the later offset holds."""
    offset = _offset(zone, after)
    while after - before > SECOND:
        middle = before + datetime.timedelta(seconds=(after - before) // SECOND // 2)
        before, after = (before, middle) if _offset(zone, middle) == offset else (middle, after)
    return after


def _observance(
    zone: datetime.tzinfo, change: datetime.datetime, *, before: datetime.datetime
) -> TimezoneStandard | TimezoneDaylight:
    local, offset_before = change.astimezone(zone), _offset(zone, before)
    observance = TimezoneDaylight() if local.dst() else TimezoneStandard()
    # The clocks as they stood before the change say when it comes.
    observance.add("DTSTART", (change + offset_before).replace(tzinfo=None))
    observance.add("TZOFFSETFROM", offset_before)
    observance.add("TZOFFSETTO", _offset(zone, change))
    observance.add("TZNAME", local.tzname())
    return observance


def _offset(zone: datetime.tzinfo, moment: datetime.datetime) -> datetime.timedelta:
    return moment.astimezone(zone).utcoffset() or NOTHING
