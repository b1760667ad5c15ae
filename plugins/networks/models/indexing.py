"""Keeps the entries true to what they are derived from, for any number of bodies at once.

Tables are taken from the registry: those that call this when they are saved are read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cms.api import sort_key
from plugins.networks.dates import span_of
from plugins.networks.facets import Facts, facet_line
from plugins.networks.freshness import freshness_of
from plugins.networks.models.sets import Changes, hold_gate, rebuild_sets
from plugins.networks.models.words import learn_words
from plugins.networks.naming import Name, shown_name
from plugins.networks.searching import searchable, searchable_acronyms
from plugins.networks.vocabulary import EventKind, RelationKind
from plugins.networks.words import content_languages

BATCH = 500
LATEST = 10**12 - 1  # seconds; subtracted from, so that later moments sort first
DERIVED = ("sort_key", "searched", "acronyms", "facets", "founded_key", "recent_key")

Rows = dict[int, list[Any]]
"""Rows of some kind by the primary key of the organisation they belong to."""


@dataclass(frozen=True)
class Sources:
    """What the entries of some organisations are derived from."""

    names: Rows
    places: Rows
    concepts: Rows
    founded: dict[int, date]
    parents: Rows
    memberships: Rows
    texts: Rows
    confirmed: dict[int, datetime]
    now: datetime


@transaction.atomic
def refresh_entries(organisation_ids: Iterable[int]) -> None:
    """Make the entries of these organisations say what is saved. Costs the same for one and for 500."""
    ids = sorted(set(organisation_ids))
    changes = Changes()
    hold_gate()
    for start in range(0, len(ids), BATCH):
        _refresh(ids[start : start + BATCH], changes)
    changes.apply()


@transaction.atomic
def forget_entries(organisation_ids: Iterable[int]) -> None:
    """Take organisations that are about to be deleted out of the sets; their entries go with them."""
    ids = list(organisation_ids)
    changes = Changes()
    hold_gate()
    for pk, line in _lines(ids).items():
        changes.add(pk, before=line, after={})
    changes.apply()


@transaction.atomic
def rebuild_index() -> int:
    """Derive all entries and sets anew; return how many sets were wrong. They never should be."""
    refresh_entries(_table("Organisation").values_list("pk", flat=True))
    lines = _lines(None).items()
    return rebuild_sets((pk, line["facets"], line["searched"]) for pk, line in lines)


def organisations_with(concept_ids: Collection[int]) -> set[int]:
    """Return the organisations that have one of the concepts."""
    return set(_table("Organisation").filter(concepts__in=concept_ids).values_list("pk", flat=True))


def _refresh(ids: Collection[int], changes: Changes) -> None:
    before = _lines(ids)
    organisations = _table("Organisation").filter(pk__in=ids)
    sources = _sources(ids)
    entry = _table("OrganisationEntry").model
    entries = [
        entry(organisation_id=organisation.pk, language=language, **derived)
        for organisation in organisations
        for language, derived in _derived(organisation, sources).items()
    ]
    learn_words(word for entry in entries for word in entry.searched.split())
    _table("OrganisationEntry").bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["organisation", "language"],
        update_fields=DERIVED,
    )
    after = {entry.organisation_id: {"facets": entry.facets, "searched": entry.searched} for entry in entries}
    for pk, line in after.items():
        changes.add(pk, before=before.get(pk, {}), after=line)


def _lines(ids: Collection[int] | None) -> dict[int, dict[str, str]]:
    """Return what the entries of these organisations, or of all, are found by. Languages share it."""
    entries = _table("OrganisationEntry").filter(language=settings.LANGUAGE_CODE)
    rows = (entries if ids is None else entries.filter(organisation__in=ids)).values_list(
        "organisation_id", "facets", "searched"
    )
    return {pk: {"facets": facets, "searched": searched} for pk, facets, searched in rows}


def _derived(organisation: Any, sources: Sources) -> dict[str, dict[str, str]]:
    names: list[Name] = sources.names.get(organisation.pk, [])
    shared = {
        "searched": searchable(names),
        "acronyms": searchable_acronyms(names),
        "facets": facet_line(_facts(organisation, sources)),
        "founded_key": str(sources.founded.get(organisation.pk, "9999")),
        "recent_key": _recent_key(organisation.last_published_at),
    }
    return {
        language: {"sort_key": _place_in_alphabet(organisation, names, language), **shared}
        for language in content_languages()
    }


def _recent_key(published_at: datetime | None) -> str:
    return f"{LATEST - int(published_at.timestamp() if published_at else 0):012d}"


def _place_in_alphabet(organisation: Any, names: list[Name], language: str) -> str:
    name = shown_name(names, language=language)
    return sort_key(name.text if name else organisation.key, language=language)


def _facts(organisation: Any, sources: Sources) -> Facts:
    pk = organisation.pk
    known_at = sources.confirmed.get(pk) or organisation.first_published_at
    return Facts(
        kind=organisation.kind,
        body_type=organisation.body_type,
        status=organisation.status,
        seat=organisation.country,
        service_languages=tuple(organisation.service_languages),
        places=tuple(sources.places.get(pk, ())),
        concepts=tuple(sources.concepts.get(pk, ())),
        founded=sources.founded.get(pk),
        parents=tuple(sources.parents.get(pk, ())),
        memberships=tuple(sources.memberships.get(pk, ())),
        text_languages=tuple(sources.texts.get(pk, ())),
        freshness=freshness_of(known_at, organisation.review_months, now=sources.now),
    )


def _sources(ids: Collection[int]) -> Sources:
    names = _table("OrganisationName").filter(organisation__in=ids)
    places = _table("OrganisationPlace").filter(organisation__in=ids)
    texts = _table("OrganisationText").filter(organisation__in=ids, live=True)
    reviews = _table("EntryReview").filter(organisation__in=ids, last_confirmed_at__isnull=False)
    return Sources(
        names=_grouped((name.organisation_id, name) for name in names),
        places=_grouped((place.organisation_id, (place.scheme, place.code)) for place in places),
        concepts=_concepts(ids),
        founded=_founded(ids),
        parents=_others(ids, RelationKind.PART_OF),
        memberships=_others(ids, RelationKind.MEMBER_OF),
        texts=_grouped(texts.values_list("organisation_id", "locale__language_code")),
        confirmed=dict(reviews.values_list("organisation_id", "last_confirmed_at")),
        now=timezone.now(),
    )


def _concepts(ids: Collection[int]) -> Rows:
    """Return the concepts with all that stand above them: who asks for the broader one means them, too."""
    links = _table("Organisation").model.concepts.through.objects.filter(organisation__in=ids)
    concepts = {concept.pk: concept for concept in _table("Concept").all()}
    for concept in concepts.values():  # so that climbing costs no further query
        if concept.broader_id:
            concept.broader = concepts[concept.broader_id]
    return _grouped(
        (organisation, (concept.scheme, concept.key))
        for organisation, pk in links.values_list("organisation_id", "concept_id")
        for concept in concepts[pk].and_above()
    )


def _founded(ids: Collection[int]) -> dict[int, date]:
    claims = _table("DateClaim").filter(event__organisation__in=ids, event__kind=EventKind.FOUNDED)
    ordered = claims.order_by("is_preferred", "-sort_order").values_list("event__organisation_id", "edtf")
    earliest = {organisation: span_of(edtf).earliest for organisation, edtf in ordered}
    return {organisation: day for organisation, day in earliest.items() if day}


def _others(ids: Collection[int], kind: RelationKind) -> Rows:
    """Return the keys of the records at the other end of a kind of relation, whichever end says it."""
    relations = _table("OrganisationRelation")
    own = relations.filter(organisation__in=ids, kind=kind, target__isnull=False)
    of_others = relations.filter(target__in=ids, kind=kind.inverse)
    return _grouped(
        [
            *own.values_list("organisation_id", "target__key"),
            *of_others.values_list("target_id", "organisation__key"),
        ]
    )


def _grouped(pairs: Iterable[tuple[int, Any]]) -> Rows:
    grouped: Rows = defaultdict(list)
    for organisation, row in pairs:
        grouped[organisation].append(row)
    return dict(grouped)


def _table(name: str) -> Any:  # Any: the rows of a model, which is known at run time
    return apps.get_model("networks", name)._default_manager
