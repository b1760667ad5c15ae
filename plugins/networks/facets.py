"""What an entry can be found under: its facets as one line of `key=value` words. Pure; touches no model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.networks.places import country_of, regions_above, scope_of
from plugins.networks.vocabulary import FacetKey, Freshness, PlaceScheme


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a body, as far as lists are narrowed by it."""

    kind: str
    body_type: str
    status: str
    seat: str
    places: tuple[tuple[str, str], ...]
    concepts: tuple[tuple[str, str], ...]
    service_languages: tuple[str, ...]
    founded: date | None
    parents: tuple[str, ...]
    memberships: tuple[str, ...]
    text_languages: tuple[str, ...]
    freshness: Freshness


Facet = tuple[str, str]


def facet_line(facts: Facts) -> str:
    """Return the facets, each between spaces, so that ` key=value ` finds it and nothing else."""
    return f" {' '.join(sorted({f'{key}={value}' for key, value in facets_of(facts) if value}))} "


def facets_of(facts: Facts) -> Iterator[Facet]:
    yield FacetKey.KIND, facts.kind
    yield FacetKey.TYPE, facts.body_type
    yield FacetKey.STATUS, facts.status
    yield FacetKey.FRESHNESS, facts.freshness
    yield FacetKey.SCOPE, scope_of(facts.places) or ""
    yield FacetKey.DECADE, str(facts.founded.year // 10 * 10) if facts.founded else ""
    yield from _place_facets(facts)
    yield from facts.concepts
    yield from _each(FacetKey.LANGUAGE, facts.service_languages)
    yield from _each(FacetKey.PARENT, facts.parents)
    yield from _each(FacetKey.MEMBER_OF, facts.memberships)
    yield from _each(FacetKey.TEXT, facts.text_languages)


def words_for(key: str, values: Iterable[str]) -> tuple[str, ...]:
    """Return the words of which an entry must have one."""
    return tuple(f"{key}={value}" for value in values)


def _place_facets(facts: Facts) -> Iterator[Facet]:
    for scheme, code in (*facts.places, (PlaceScheme.COUNTRY, facts.seat)):
        place = (country_of(code) or "") if scheme == PlaceScheme.SUBDIVISION else code
        yield (FacetKey.REGION if scheme == PlaceScheme.M49 else FacetKey.COUNTRY), place
        yield from _each(FacetKey.REGION, regions_above(place))


def _each(key: str, values: Iterable[str]) -> Iterator[Facet]:
    return ((key, value) for value in values)
