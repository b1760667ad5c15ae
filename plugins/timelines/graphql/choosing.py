"""How a frontend says which activities it wants, and in which order."""

from __future__ import annotations

from typing import Any

import graphene
from graphene.utils.str_converters import to_camel_case

from cms.api import PAGING, BadInput, LocaleCode

from ..choosing import Availability, Choice, Days, Involved, Told
from ..telling import Order
from .enums import (
    TimelinesAvailability,
    TimelinesCertainty,
    TimelinesKind,
    TimelinesPrecision,
    TimelinesRole,
    TimelinesSort,
)

DEEPEST = 3
LONGEST_WORDS = 100
RENAMED = {
    "kind": "kinds",
    "certainty": "certainties",
    "language_availability": "told_in",
    "has_document_in": "document_in",
    "search": "words",
}


class TimelinesDays(graphene.InputObjectType):
    """From one day up to and including another; one left out is without limit."""

    from_day = graphene.Date(name="from", description="The first day.")
    to_day = graphene.Date(name="to", description="The last day.")


class TimelinesOrganisationWhere(graphene.InputObjectType):
    """An organisation and its part, as far as the language version asked names it."""

    key = graphene.String(required=True, description="The key of the organisation.")
    role = TimelinesRole(description="Only in this role.")


class TimelinesLanguagesWhere(graphene.InputObjectType):
    """Languages, and in how many of them an activity is public."""

    languages = graphene.List(
        graphene.NonNull(LocaleCode), required=True, description="The languages, at least one."
    )
    availability = TimelinesAvailability(
        default_value=Availability.ALL, description="In all of them if left out."
    )


class TimelinesWhere(graphene.InputObjectType):
    """What activities have to fulfil: all that is said here. Dates count as far as they may be true."""

    kind = graphene.List(graphene.NonNull(TimelinesKind), description="Of one of these kinds.")
    certainty = graphene.List(
        graphene.NonNull(TimelinesCertainty), description="Facts, plans or estimates: one of these."
    )
    overlaps = TimelinesDays(description="May touch one of these days: 2010 may touch any day in 2010.")
    within = TimelinesDays(description="Lies wholly among these days, whichever day it was.")
    starts_in = TimelinesDays(description="May begin on one of these days.")
    ends_in = TimelinesDays(description="May end on one of these days; what goes on does not.")
    ongoing_on = graphene.Date(description="May be going on that day, or was a moment of that very day.")
    undated = graphene.Boolean(description="True: without any date. False: with one.")
    precision_at_least = TimelinesPrecision(description="Every date known is at least as precise as this.")
    organisation = TimelinesOrganisationWhere(description="With this organisation.")
    programme = graphene.String(
        description="Part of the activity with this key, directly or through others in between."
    )
    consultation = graphene.String(description="Belongs to the consultation with this key.")
    language_availability = TimelinesLanguagesWhere(
        description="Public in these languages, whichever language the answer is told in."
    )
    has_document_in = LocaleCode(description="With a public document in this language.")
    place = graphene.String(description="Words of the place, however they are spelt.")
    search = graphene.String(description="Words of the title, summary, place or people, however spelt.")
    all_of = graphene.List(
        graphene.NonNull(lambda: TimelinesWhere), name="and", description="All of these, too."
    )
    any_of = graphene.List(
        graphene.NonNull(lambda: TimelinesWhere), name="or", description="At least one of these."
    )
    none_of = graphene.List(
        graphene.NonNull(lambda: TimelinesWhere), name="not", description="None of these."
    )


CHOOSING = {
    "where": TimelinesWhere(description="Only those that fulfil this."),
    "sort": TimelinesSort(default_value=Order.DATE_ASC, description="In which order; by date if left out."),
    **PAGING,
}
"""Arguments of a field that lists activities."""


def choice_of(where: TimelinesWhere | None, *, depth: int = 0) -> Choice:
    """Return what an asker wants. Raises BadInput for days in the wrong order and for too much of it."""
    if where is None:
        return Choice()
    if depth > DEEPEST:
        raise BadInput(f"`where` is nested deeper than {DEEPEST} times. Ask in two steps.")
    return Choice(**{RENAMED.get(name, name): read(name, value, depth) for name, value in where.items()})


def read(name: str, value: Any, depth: int) -> Any:  # Any: see TimelinesWhere and Choice
    match name:
        case "kind" | "certainty":
            value = tuple(value or ())
        case "overlaps" | "within" | "starts_in" | "ends_in":
            value = days_of(name, value)
        case "organisation":
            value = value and Involved(**value)
        case "language_availability":
            value = value and told_in(value)
        case "programme" | "consultation" | "place" | "search":
            value = words_of(name, value)
        case "all_of" | "any_of" | "none_of":
            value = tuple(choice_of(each, depth=depth + 1) for each in value or ())
    return value


def days_of(name: str, days: TimelinesDays | None) -> Days | None:
    if days is None:
        return None
    found = Days(days.get("from_day"), days.get("to_day"))
    if found.first and found.last and found.first > found.last:
        raise BadInput(
            f"`from` of `{to_camel_case(name)}` is later than `to`. Put the earlier day in `from`."
        )
    return found


def told_in(wanted: TimelinesLanguagesWhere) -> Told:
    if not wanted["languages"]:
        raise BadInput("`languages` of `languageAvailability` is empty. Name at least one language.")
    return Told(tuple(wanted["languages"]), Availability(wanted["availability"] or Availability.ALL))


def words_of(name: str, words: str | None) -> str:
    if len(words or "") > LONGEST_WORDS:
        raise BadInput(f"`{name}` has more than {LONGEST_WORDS} characters. Give fewer words.")
    return words or ""
