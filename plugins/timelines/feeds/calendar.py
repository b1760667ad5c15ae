"""A timeline as iCalendar (RFC 5545): whole days, and moments where a clock time is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event
from icalendar.prop import vText

from ..clock import Clock
from ..fuzzy import Certainty, Period
from ..overall import certainty_of, is_exact
from ..shown import Shown
from .entries import Entry, dated_entries
from .zones import timezones_of

MEDIA_TYPE = "text/calendar"
ONE_DAY = datetime.timedelta(days=1)


def calendar_of(shown: Shown, *, fuzzy: bool = False) -> bytes:
    """Return the calendar. With `fuzzy`, also what is known less than to the day, as transparent spans."""
    calendar = Calendar()
    calendar.add("PRODID", f"-//Dilmac//Timelines//{shown.language.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, _text(shown.title, shown.language))
    calendar.add("SOURCE", shown.address.fuzzy_calendar if fuzzy else shown.address.calendar)
    entries = dated_entries(shown)
    for timezone in timezones_of(_moments(entries)):
        calendar.add_component(timezone)
    for event in _events(entries, fuzzy=fuzzy):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(entries: Iterable[Entry], *, fuzzy: bool) -> Iterable[Event]:
    for entry in entries:
        first, last = entry.period.earliest, entry.period.latest
        # What has no end, or an end beyond all calendars, has no place in one.
        if first is None or last is None or last == datetime.date.max:
            continue
        if is_exact(entry.period) or fuzzy:
            yield _event(entry, first, last)


def _moments(entries: Iterable[Entry]) -> Iterable[datetime.datetime]:
    for clock in (entry.clock for entry in entries):
        if clock is not None:
            yield clock.starts_at
            yield clock.ends_at or clock.starts_at


def _event(entry: Entry, first: datetime.date, last: datetime.date) -> Event:
    language, words = entry.activity.language, entry.activity.text
    exact = is_exact(entry.period)
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", entry.updated)
    event.add("CREATED", entry.published)
    event.add("LAST-MODIFIED", entry.updated)
    # Seconds since the first publication: it only grows, and needs no column.
    event.add("SEQUENCE", int((entry.updated - entry.published).total_seconds()))
    _add_time(event, entry.clock, first, last)
    event.add("SUMMARY", _text(entry.title if exact else f"{entry.title} ({entry.date})", language))
    if entry.summary:
        event.add("DESCRIPTION", _text(entry.summary, language))
    if words.place:
        event.add("LOCATION", _text(words.place, language))
    event.add("CATEGORIES", [entry.kind])
    event.add("STATUS", _status(entry.period))
    event.add("TRANSP", "OPAQUE" if exact else "TRANSPARENT")
    event.add("URL", entry.url)
    event.add("X-EDTF", vText(entry.edtf))
    return event


def _add_time(event: Event, clock: Clock | None, first: datetime.date, last: datetime.date) -> None:
    if clock is None:
        event.add("DTSTART", first)
        event.add("DTEND", last + ONE_DAY)  # exclusive
        return
    event.add("DTSTART", clock.starts_at)
    if clock.ends_at is not None:
        event.add("DTEND", clock.ends_at)


def _status(period: Period) -> str:
    return "CONFIRMED" if certainty_of(period) is Certainty.OCCURRED else "TENTATIVE"


def _text(words: str, language: str) -> vText:
    return vText(words, params={"LANGUAGE": language})
