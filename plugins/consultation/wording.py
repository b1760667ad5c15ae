"""What readers are told about dates, states and historical records, in their language; reads no database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.dateformat import format as date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .domain import Fact, History, Period, State

LAST_MINUTE = time(23, 59)  # how the end of a day is shown, because "midnight" may mean either end

NATIONAL_TIMES = {("tr", "Europe/Istanbul"): "Türkiye saati"}
"""Zones that a language has a name of its own for, which tells the offset as well."""

STATE_LABELS: Mapping[State, Promise] = {
    State.UNKNOWN: gettext_lazy("Known only as sent for opinions"),
    State.DRAFT: gettext_lazy("In preparation"),
    State.SCHEDULED: gettext_lazy("Forthcoming"),
    State.OPEN: gettext_lazy("Open for opinions"),
    State.SUSPENDED: gettext_lazy("Suspended"),
    State.CLOSED: gettext_lazy("Being assessed"),
}
FACT_NAMES: Mapping[Fact, Promise] = {
    Fact.SENT_ON: gettext_lazy("the date of sending"),
    Fact.CLOSES_ON: gettext_lazy("the closing date"),
    Fact.RECIPIENTS: gettext_lazy("the recipients"),
    Fact.RESPONSES: gettext_lazy("the replies"),
    Fact.OUTCOME: gettext_lazy("the outcome"),
}


def said_in(language: str, label: Promise | str) -> str:
    """Return a label in a language, whatever language is active."""
    with translation.override(language):
        return str(label)


def closing_text(period: Period, *, zone: ZoneInfo, language: str, now: datetime) -> str:
    """Return when a round closes: `Closes: Monday 30 November 2026, 23:59 (Istanbul time, UTC+3)`.

    A round without a closing time is shown to end at 23:59 of its closing date.
    """
    at = period.closes_time or LAST_MINUTE
    last_moment = period.window(zone=zone).closes_at - timedelta(minutes=1)
    with translation.override(language):
        wanted = (
            _("Closes: %(weekday)s %(date)s, %(time)s (%(zone)s)")
            if now < period.window(zone=zone).closes_at
            else _("Closed: %(weekday)s %(date)s, %(time)s (%(zone)s)")
        )
        return wanted % {
            **day_parts(period.closes_on),
            "time": clock(at),
            "zone": zone_name(zone, at=last_moment, language=language),
        }


def opening_text(period: Period, *, zone: ZoneInfo, language: str) -> str:
    """Return when the round opens; with a time of day only where one was announced."""
    zone_words = zone_name(zone, at=period.window(zone=zone).opens_at, language=language)
    with translation.override(language):
        if period.opens_time is None:
            return _("Opens: %(weekday)s %(date)s (%(zone)s)") % {
                **day_parts(period.opens_on),
                "zone": zone_words,
            }
        return _("Opens: %(weekday)s %(date)s, %(time)s (%(zone)s)") % {
            **day_parts(period.opens_on),
            "time": clock(period.opens_time),
            "zone": zone_words,
        }


def history_text(history: History, *, initiator: str, language: str) -> str:
    """Return what is known and what is not, in sentences made from the record alone."""
    with translation.override(language):
        known = [_("A historical record: all that is known is that the draft was sent for opinions.")]
        if initiator:
            known.append(_("Sent by: %(name)s.") % {"name": initiator})
        if history.sent_on:
            known.append(_("Sent on: %(date)s.") % day_parts(history.sent_on))
        if history.recipients_count is not None:
            known.append(_("Recipients: %(count)d.") % {"count": history.recipients_count})
        if history.responses_received is not None:
            known.append(_("Replies: %(count)d.") % {"count": history.responses_received})
        unknown = ", ".join(str(FACT_NAMES[fact]) for fact in history.unknown)
        return " ".join([*known, _("Not known: %(facts)s.") % {"facts": unknown}])


def day_parts(day: date) -> dict[str, str]:
    """Return the weekday and the date in the active language. The order is the sentence's own."""
    return {"weekday": date_format(day, "l"), "date": date_format(day, "j F Y")}


def clock(at: time) -> str:
    """Return the time of day as the active language writes it: 23:59, 23.59."""
    return _("%(hour)s:%(minute)s") % {"hour": f"{at.hour:02}", "minute": f"{at.minute:02}"}


def zone_name(zone: ZoneInfo, *, at: datetime, language: str) -> str:
    """Return the zone as readers know it: its city and its offset at the instant, or its national name."""
    if national := NATIONAL_TIMES.get((language, zone.key)):
        return national
    with translation.override(language):
        return _("%(city)s time, %(offset)s") % {
            "city": zone.key.rpartition("/")[2].replace("_", " "),
            "offset": offset_text(at.astimezone(zone).utcoffset() or timedelta()),
        }


def offset_text(offset: timedelta) -> str:
    """Return an offset from UTC: UTC+3, UTC−5, UTC+5:30; UTC alone for none."""
    minutes = round(offset.total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
