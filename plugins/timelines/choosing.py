"""Which activities an asker wants: each wish is a condition of the database."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce
from wagtail.documents import get_document_model

from cms.api import fold

from .consultations import titles_of
from .derived import COARSENESS
from .fuzzy import Precision
from .models import Activity, ActivityDocument, ActivityOrganisation, ActivityRelation, ActivityText
from .models.relations import DEEPEST
from .vocabulary import RelationKind

if TYPE_CHECKING:
    from cms.api import Audience

IS_UNDATED = Q(activity__earliest=None, activity__latest=None)


@dataclass(frozen=True)
class Days:
    """From one day up to and including another; None is without limit."""

    first: datetime.date | None = None
    last: datetime.date | None = None


@dataclass(frozen=True)
class Involved:
    """An organisation by its key, in this role or in any."""

    key: str
    role: str | None = None


class Availability(StrEnum):
    """In which of some languages an activity has to be public."""

    ALL = "ALL"
    ANY = "ANY"
    NONE = "NONE"


@dataclass(frozen=True)
class Told:
    """Languages, and in how many of them."""

    languages: tuple[str, ...]
    availability: Availability = Availability.ALL


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What an asker wants; whatever is empty does not matter, everything else has to be true."""

    kinds: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    overlaps: Days | None = None
    within: Days | None = None
    starts_in: Days | None = None
    ends_in: Days | None = None
    ongoing_on: datetime.date | None = None
    undated: bool | None = None
    precision_at_least: Precision | None = None
    organisation: Involved | None = None
    programme: str = ""
    consultation: str = ""
    told_in: Told | None = None
    document_in: str | None = None
    place: str = ""
    words: str = ""
    all_of: tuple[Choice, ...] = ()
    any_of: tuple[Choice, ...] = ()
    none_of: tuple[Choice, ...] = ()


def condition(choice: Choice, *, language: str, audience: Audience) -> Q:
    """Return what texts in this language must fulfil."""
    nested = {
        name: [condition(each, language=language, audience=audience) for each in getattr(choice, name)]
        for name in ("all_of", "any_of", "none_of")
    }
    found = Q(*_of_days(choice), *_of_facts(choice), *_of_words(choice, language), *nested["all_of"])
    if choice.organisation:
        found &= Q(activity__in=_involving(choice.organisation, language))
    if choice.programme:
        found &= Q(activity__in=_parts_of(choice.programme, audience))
    if choice.consultation:
        found &= Q(
            activity__consultation_key__in=titles_of([choice.consultation], language, audience=audience)
        )
    if choice.told_in:
        found &= _told_in(choice.told_in, audience)
    if choice.document_in:
        found &= Q(activity__in=_with_document_in(choice.document_in, audience))
    if nested["any_of"]:
        found &= reduce(or_, nested["any_of"])
    return found & Q(*(~each for each in nested["none_of"]))


def may_touch(days: Days, *, first: str, last: str) -> Q:
    """Return the condition that a stretch between two columns may touch these days; null is without limit."""
    found = ~Q(**{first: None, last: None})
    if days.first is not None:
        found &= Q(**{last: None}) | Q(**{f"{last}__gte": days.first})
    if days.last is not None:
        found &= Q(**{first: None}) | Q(**{f"{first}__lte": days.last})
    return found


def _of_days(choice: Choice) -> Iterator[Q]:
    if choice.overlaps:
        yield may_touch(choice.overlaps, first="activity__earliest", last="activity__latest")
    if choice.within:
        yield _lies_within(choice.within)
    if choice.starts_in:
        yield may_touch(choice.starts_in, first="activity__earliest", last="activity__start_latest")
    if choice.ends_in:
        yield may_touch(choice.ends_in, first="activity__end_earliest", last="activity__latest")
    if choice.ongoing_on:
        day = choice.ongoing_on
        lasts = may_touch(Days(day, day), first="activity__earliest", last="activity__latest")
        yield lasts & Q(activity__is_span=True) | Q(activity__earliest=day, activity__latest=day)
    if choice.undated is not None:
        yield IS_UNDATED if choice.undated else ~IS_UNDATED


def _lies_within(days: Days) -> Q:
    found = ~IS_UNDATED
    if days.first is not None:
        found &= Q(activity__earliest__gte=days.first)
    if days.last is not None:
        found &= Q(activity__latest__lte=days.last)
    return found


def _of_facts(choice: Choice) -> Iterator[Q]:
    if choice.kinds:
        yield Q(activity__kind__in=choice.kinds)
    if choice.certainties:
        yield Q(activity__certainty__in=choice.certainties)
    if choice.precision_at_least is not None:
        yield Q(activity__coarseness__lte=COARSENESS[choice.precision_at_least])


def _of_words(choice: Choice, language: str) -> Iterator[Q]:
    for word in fold(choice.place, language=language).split():
        yield Q(folded_place__contains=word)
    for word in fold(choice.words, language=language).split():
        yield Q(folded_words__contains=word)


def naming_in(language: str) -> QuerySet[ActivityOrganisation]:
    """Return the organisations of activities that this language version names."""
    # As text: SQLite cannot look into a list.
    rows = ActivityOrganisation.objects.annotate(named_in=Cast("asserted_by", TextField()))
    return rows.filter(Q(named_in="[]") | Q(named_in__contains=f'"{language}"'))


def _involving(wanted: Involved, language: str) -> QuerySet[ActivityOrganisation, dict[str, int]]:
    """Return the activities in which this language version names the organisation."""
    named = naming_in(language).filter(organisation_key=wanted.key)
    return (named.filter(role=wanted.role) if wanted.role else named).values("activity")


def _parts_of(key: str, audience: Audience) -> QuerySet[ActivityRelation, dict[str, int]]:
    """Return the activities within the one with this key, at whatever depth; what is hidden leads nowhere."""
    hidden = audience.hidden_snippets(Activity.objects.all())
    rows = ActivityRelation.objects.filter(kind=RelationKind.PART_OF).exclude(other__in=hidden)
    parts = rows.filter(other__key=key).values("activity")
    for _level in range(1, DEEPEST):
        parts = rows.filter(Q(other__key=key) | Q(other__in=parts)).values("activity")
    return parts


def _told_in(wanted: Told, audience: Audience) -> Q:
    public = audience.snippets(ActivityText.objects.all())
    found = [
        Q(activity__in=public.filter(locale__language_code=language).values("activity"))
        for language in wanted.languages
    ]
    match wanted.availability:
        case Availability.ALL:
            return reduce(and_, found, Q())
        case Availability.ANY:
            return reduce(or_, found, Q())
    return reduce(and_, (~each for each in found), Q())


def _with_document_in(language: str, audience: Audience) -> QuerySet[ActivityDocument, dict[str, int]]:
    """Return the activities with a public document of which there is a public edition in the language."""
    public: QuerySet[Model] = audience.files(get_document_model().objects.all())
    works = public.filter(language=language).annotate(work=Coalesce("edition_of_id", "pk")).values("work")
    listed = ActivityDocument.objects.filter(document__in=public.values("pk"))
    of_works = listed.annotate(work=Coalesce("document__edition_of_id", "document_id"))
    return of_works.filter(work__in=works).values("activity")
