"""The facets of a list: what it can be narrowed by, each choice with its label and its count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import graphene
from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import get_language_info
from graphql import GraphQLResolveInfo

from cms.api import sort_key
from plugins.networks import vocabulary
from plugins.networks.domain import KEYS_OF_RECORDS, public_entries
from plugins.networks.graphql.enums import NetworksFacetKey
from plugins.networks.models import Concept
from plugins.networks.places import places
from plugins.networks.reading import Listing, told
from plugins.networks.vocabulary import ConceptScheme, FacetKey

CHOICES: Mapping[str, type[TextChoices]] = {
    FacetKey.KIND: vocabulary.Kind,
    FacetKey.TYPE: vocabulary.BodyType,
    FacetKey.STATUS: vocabulary.Status,
    FacetKey.SCOPE: vocabulary.Scope,
    FacetKey.FRESHNESS: vocabulary.Freshness,
}
Labelled = dict[str, tuple[str, str | None]]
"""Value → its label and the value above it."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet."""

    value: str
    label: str
    parent: str | None
    count: int
    is_chosen: bool


class NetworksFacetValue(graphene.ObjectType):
    """A choice that a list can be narrowed to."""

    value = graphene.String(required=True, description="What to give in `where`.")
    label = graphene.String(required=True, description="What to show, in the locale.")
    parent = graphene.String(
        description="The value above it, in regions and taxonomies; null: it stands at the top."
    )
    count = graphene.Int(
        required=True, description="How many entries it would show, with the other facets as they are."
    )
    is_chosen = graphene.Boolean(required=True, description="Whether the list is narrowed to it.")


class NetworksFacet(graphene.ObjectType):
    """Something that a list can be narrowed by."""

    key = graphene.Field(NetworksFacetKey, required=True, description="Which one.")
    label = graphene.String(required=True, description="Its heading in the locale.")
    values = graphene.List(
        graphene.NonNull(NetworksFacetValue),
        required=True,
        description="The choices that would show something, most entries first; chosen ones always.",
    )


def facets_of(listing: Listing) -> list[dict[str, object]]:
    """Return the facets that have something to choose, in their order, at a constant number of queries."""
    counts = listing.counts
    for key, values in listing.wanted.items():
        if key != FacetKey.FRESHNESS:  # its default is nobody's choice
            counts.setdefault(key, {}).update({v: 0 for v in values if v not in counts[key]})
    with translation.override(listing.language):
        labels = _labels(counts, listing)
        told_facets = [(key, _choices(key, counts.get(key, {}), labels, listing)) for key in FacetKey]
        return [
            {"key": key.value, "label": str(key.label), "values": choices}
            for key, choices in told_facets
            if choices
        ]


def _choices(
    key: str, counts: Mapping[str, int], labels: Mapping[str, Labelled], listing: Listing
) -> list[Choice]:
    chosen = listing.wanted.get(key, ())
    choices = [
        Choice(value, *labels[key][value], count, value in chosen)
        for value, count in counts.items()
        if value in labels[key]
    ]
    if key == FacetKey.DECADE:
        return sorted(choices, key=lambda choice: choice.value)
    return sorted(
        choices, key=lambda choice: (-choice.count, sort_key(choice.label, language=listing.language))
    )


def _labels(counts: Mapping[str, Mapping[str, int]], listing: Listing) -> dict[str, Labelled]:
    """Return the labels of the values; what has none, such as a hidden record, is left out."""
    records = _record_labels(counts, listing)
    by_key: dict[str, Callable[[str], tuple[str, str | None] | None]] = {
        FacetKey.REGION: lambda code: _place(code, listing.language),
        FacetKey.COUNTRY: lambda code: _place(code, listing.language),
        FacetKey.LANGUAGE: _language,
        FacetKey.TEXT: _language,
        FacetKey.DECADE: lambda year: (f"{year}–{int(year) + 9}", None),
        **dict.fromkeys(KEYS_OF_RECORDS, records.get),
        **_concept_labels(listing.language),
        **{key: _choice(choices) for key, choices in CHOICES.items()},
    }
    return {
        key: {value: label for value in values if (label := by_key[key](value))}
        for key, values in counts.items()
    }


def _choice(choices: type[TextChoices]) -> Callable[[str], tuple[str, str | None] | None]:
    return lambda value: (str(choices(value).label), None) if value in choices.values else None


def _place(code: str, language: str) -> tuple[str, str | None] | None:
    place = places().get(code)
    if place is None:
        return None
    above = None if place.alpha2 else next((parent for parent in place.parents), None)
    return place.name(language), above


def _language(code: str) -> tuple[str, str | None]:
    try:
        return str(get_language_info(code)["name_translated"]), None
    except KeyError:  # a reader may ask for any code, and an editor may know a language that Django does not
        return code, None


def _concept_labels(language: str) -> dict[str, Callable[[str], tuple[str, str | None] | None]]:
    labelled: dict[str, Labelled] = {scheme: {} for scheme in ConceptScheme.values}
    for concept in Concept.objects.select_related("broader"):
        above = concept.broader.key if concept.broader else None
        labelled[concept.scheme][concept.key] = (concept.label(language), above)
    return {scheme: labels.get for scheme, labels in labelled.items()}


def _record_labels(counts: Mapping[str, Mapping[str, int]], listing: Listing) -> Labelled:
    keys = {value for key in KEYS_OF_RECORDS for value in counts.get(key, {})}
    public = public_entries(listing.language, audience=listing.audience).filter(organisation__key__in=keys)
    return {one.organisation.key: (one.name().text, None) for one in told(public, audience=listing.audience)}


def resolve_facets(root: object, info: GraphQLResolveInfo) -> list[dict[str, object]]:
    listing = getattr(root, "listing", None)
    return facets_of(listing) if listing else []
