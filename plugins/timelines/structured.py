"""Activities as schema.org: an event only where it was one, to the day; else the time that is covered."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

from cms.api import Work, served_here, url_of

from .clock import Clock
from .fuzzy import Certainty, Period, export_edtf
from .overall import certainty_of, is_exact
from .telling import ActivityIn
from .vocabulary import Kind, Role

EVENTS = {Kind.MEETING, Kind.TRAINING}
MARKS = re.compile("[~?%]")
# What ISO 8601 itself can say: no seasons, no unknown digits, no lists.
COVERAGE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")

Json = dict[str, Any]  # Any: JSON


def json_ld(activity: ActivityIn) -> str:
    """Return the activity as JSON-LD that can stand in a script element as it is."""
    return json.dumps(schema_org(activity), ensure_ascii=False).replace("<", "\\u003c")


def schema_org(activity: ActivityIn) -> Json:
    """Return the activity in the words of schema.org, without what is not known."""
    text, period = activity.text, activity.activity.period
    told: Json = {
        "@context": "https://schema.org",
        "@type": _type(activity),
        "identifier": activity.activity.key,
        "name": text.title,
        "inLanguage": activity.language,
        **({"description": text.summary} if text.summary else {}),
        **({"url": url_of(activity.page)} if activity.page else {}),
        **(_event(activity) if is_event(activity) else _coverage(period)),
    }
    if activity.documents:
        told["subjectOf"] = [_document(work) for work in activity.documents]
    return told


def is_event(activity: ActivityIn) -> bool:
    """Whether people came together on days that are known."""
    return activity.activity.kind in EVENTS and is_exact(activity.activity.period)


def coverage(period: Period) -> str:
    """Return the time covered as ISO 8601, such as 2008-06/2011 or 1994/..; empty when nothing is known."""
    edtf = MARKS.sub("", export_edtf(period))
    if edtf and all(part == ".." or COVERAGE.fullmatch(part) for part in edtf.split("/")):
        return edtf
    return f"{_day(period.earliest)}/{_day(period.latest)}" if not period.is_undated else ""


def _type(activity: ActivityIn) -> str:
    if is_event(activity):
        return "Event"
    return "Project" if activity.activity.kind == Kind.PROJECT else "CreativeWork"


def _event(activity: ActivityIn) -> Json:
    text, period = activity.text, activity.activity.period
    is_plan = certainty_of(period) is Certainty.PLANNED
    return {
        **_dates(activity.activity.clock, period),
        # What was planned may have been held or not: only the record of it says so.
        **({} if is_plan else {"eventStatus": "https://schema.org/EventScheduled"}),
        **({"location": {"@type": "Place", "name": text.place}} if text.place else {}),
        **_people("organizer", activity, Role.ORGANISER, text.organiser),
        **_people("attendee", activity, Role.PARTICIPANT, text.participants),
    }


def _dates(clock: Clock | None, period: Period) -> Json:
    if clock is None:
        return {"startDate": _day(period.earliest), "endDate": _day(period.latest)}
    end = {"endDate": clock.ends_at.isoformat()} if clock.ends_at else {}
    return {"startDate": clock.starts_at.isoformat(), **end}


def _people(word: str, activity: ActivityIn, role: Role, in_words: str) -> Json:
    """Return the organisations of a role under their names then; without any, the words for them."""
    involved = (each for each in activity.organisations if each.row.role == role)
    names = [each.named.name for each in involved if each.named] or [in_words] * bool(in_words)
    told = [{"@type": "Organization", "name": name} for name in names]
    return {word: told[0] if len(told) == 1 else told} if told else {}


def _coverage(period: Period) -> Json:
    covered = coverage(period)
    return {"temporalCoverage": covered} if covered else {}


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ".."


def _document(work: Work) -> Json:
    best = work.best
    told = _edition(best)
    others = [_edition(edition) for edition in work.editions if edition.pk != best.pk]
    return {**told, "workTranslation": others} if others else told


def _edition(edition: Any) -> Json:  # Any: the host's document
    language = {"inLanguage": edition.language} if edition.language else {}
    return {
        "@type": "DigitalDocument",
        "name": edition.title,
        "url": served_here(edition.url),
        **language,
    }
