"""Organisations, networks and programmes, each told in one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import BadInput, Connection, LocaleCode, global_id
from plugins.networks import reading
from plugins.networks.dates import Span, span_of
from plugins.networks.graphql.concepts import ConceptIn, NetworksConcept, NetworksIdentifier, identifier_told
from plugins.networks.graphql.enums import (
    NetworksBodyType,
    NetworksConfidence,
    NetworksFreshness,
    NetworksKind,
    NetworksRelationKind,
    NetworksStatus,
    NetworksTaxonomy,
)
from plugins.networks.graphql.facets import NetworksFacet, resolve_facets
from plugins.networks.graphql.facts import (
    NetworksDate,
    NetworksEvent,
    NetworksLink,
    NetworksScope,
    NetworksSource,
    ScopeIn,
    Told,
    date_of,
    link_told,
    other_events,
)
from plugins.networks.graphql.names import NameIn, NetworksName
from plugins.networks.models import OrganisationSource
from plugins.networks.naming import acronym
from plugins.networks.reading import OrganisationIn, RelationIn
from plugins.networks.vocabulary import EventKind, FacetKey, Freshness, LinkKind


class NetworksRelation(graphene.ObjectType):
    """How a body belongs to another one, read from this record."""

    kind = graphene.Field(NetworksRelationKind, required=True, description="It, the kind, the other.")
    name = graphene.String(required=True, description="The other body's name.")
    organisation = graphene.Field(
        lambda: NetworksOrganisation, description="The other body; null when it has no record here."
    )
    valid_from = graphene.String(description="Since when, as EDTF; null: not known.")
    valid_to = graphene.String(description="Until when, as EDTF; null: not known, or still.")

    def resolve_organisation(root: RelationIn, info: GraphQLResolveInfo) -> OrganisationIn | None:
        return root.other

    def resolve_valid_from(root: RelationIn, info: GraphQLResolveInfo) -> str | None:
        return root.valid_from or None

    def resolve_valid_to(root: RelationIn, info: GraphQLResolveInfo) -> str | None:
        return root.valid_to or None


class NetworksOrganisation(graphene.ObjectType):
    """An organisation, a network or a programme, told in one language."""

    id = graphene.ID(required=True, description="Opaque id, the same in every language.")
    key = graphene.String(required=True, description="A readable key that stays the same.")
    locale = graphene.Field(LocaleCode, required=True, description="The language of the reader.")
    kind = graphene.Field(NetworksKind, required=True, description="What it is.")
    type = graphene.Field(NetworksBodyType, description="What sort of it; null: not recorded.")
    status = graphene.Field(NetworksStatus, required=True, description="Whether it still exists.")
    name = graphene.Field(
        NetworksName,
        required=True,
        description="The name to show in the locale. It may be in another language; it says so itself.",
        on=graphene.String(description="A year, month or day such as 2010-04-06: the name held then."),
    )
    acronym = graphene.Field(NetworksName, description="The acronym in present use; null: it has none.")
    names = graphene.List(
        graphene.NonNull(NetworksName),
        required=True,
        description="All names, former ones and aliases included, in the editors' order.",
        language=graphene.String(description="Only names in this language, for example tr."),
    )
    summary = graphene.String(description="What it is, in the locale; null: not published in this language.")
    country = graphene.String(description="Country of its seat, ISO 3166-1 alpha-3; null: not recorded.")
    scope = graphene.Field(NetworksScope, required=True, description="Where it works.")
    founded = graphene.Field(NetworksDate, required=True, description="When it was founded.")
    ended = graphene.Field(NetworksDate, required=True, description="When it ended.")
    events = graphene.List(
        graphene.NonNull(NetworksEvent), required=True, description="What else happened, in order."
    )
    relations = graphene.List(
        graphene.NonNull(NetworksRelation),
        required=True,
        description="How it belongs to others, whichever record says so.",
        kinds=graphene.List(graphene.NonNull(NetworksRelationKind), description="Only these kinds."),
    )
    website = graphene.Field(
        NetworksLink, description="Its home page, that in the locale first; null: not recorded."
    )
    links = graphene.List(graphene.NonNull(NetworksLink), required=True, description="Its addresses.")
    confidence = graphene.Field(
        NetworksConfidence, required=True, description="How far the record can be trusted."
    )
    identifiers = graphene.List(
        graphene.NonNull(NetworksIdentifier), required=True, description="What registers know it by."
    )
    concepts = graphene.List(
        graphene.NonNull(NetworksConcept),
        required=True,
        description="What it is about, offers and asks.",
        taxonomies=graphene.List(graphene.NonNull(NetworksTaxonomy), description="Only of these."),
    )
    service_languages = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Languages it serves in, as BCP 47."
    )
    freshness = graphene.Field(
        NetworksFreshness, required=True, description="How old the knowledge of it is."
    )
    last_confirmed_at = graphene.DateTime(description="When its facts were last confirmed; null: never.")
    sources = graphene.List(
        graphene.NonNull(NetworksSource), required=True, description="What the record rests on."
    )
    updated_at = graphene.DateTime(description="When the record was last published.")

    def resolve_id(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return global_id(root.organisation)

    def resolve_key(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return root.organisation.key

    def resolve_locale(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return root.language

    def resolve_kind(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return root.organisation.kind

    def resolve_type(root: OrganisationIn, info: GraphQLResolveInfo) -> str | None:
        return root.organisation.body_type or None

    def resolve_status(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return root.organisation.status

    def resolve_name(root: OrganisationIn, info: GraphQLResolveInfo, on: str | None = None) -> NameIn:
        return NameIn(root.name(on=_span(on) if on else None), root.language)

    def resolve_acronym(root: OrganisationIn, info: GraphQLResolveInfo) -> NameIn | None:
        short = acronym(root.names, language=root.language)
        return NameIn(short, root.language) if short else None

    def resolve_names(
        root: OrganisationIn, info: GraphQLResolveInfo, language: str | None = None
    ) -> list[NameIn]:
        return [
            NameIn(name, root.language)
            for name in root.names
            if language is None or name.language == language
        ]

    def resolve_summary(root: OrganisationIn, info: GraphQLResolveInfo) -> str | None:
        return next(iter(root.rows(reading.summaries)), None)

    def resolve_country(root: OrganisationIn, info: GraphQLResolveInfo) -> str | None:
        return root.organisation.country or None

    def resolve_scope(root: OrganisationIn, info: GraphQLResolveInfo) -> ScopeIn:
        return ScopeIn(root.organisation.scope_words, tuple(root.rows(reading.places)), root.language)

    def resolve_founded(root: OrganisationIn, info: GraphQLResolveInfo) -> Told:
        return date_of(root.rows(reading.events), EventKind.FOUNDED)

    def resolve_ended(root: OrganisationIn, info: GraphQLResolveInfo) -> Told:
        return date_of(root.rows(reading.events), EventKind.ENDED)

    def resolve_events(root: OrganisationIn, info: GraphQLResolveInfo) -> list[Told]:
        return other_events(root.rows(reading.events), root.language)

    def resolve_relations(
        root: OrganisationIn, info: GraphQLResolveInfo, kinds: list[Any] | None = None
    ) -> list[RelationIn]:
        return [
            relation for relation in root.rows(reading.relations) if kinds is None or relation.kind in kinds
        ]

    def resolve_website(root: OrganisationIn, info: GraphQLResolveInfo) -> Told | None:
        homes = [pair for pair in root.rows(reading.links) if pair[0].kind == LinkKind.HOME]
        homes.sort(key=lambda pair: (pair[0].language != root.language, pair[0].language != ""))
        return link_told(*homes[0]) if homes else None

    def resolve_links(root: OrganisationIn, info: GraphQLResolveInfo) -> list[Told]:
        return [link_told(link, state) for link, state in root.rows(reading.links)]

    def resolve_identifiers(root: OrganisationIn, info: GraphQLResolveInfo) -> list[Told]:
        return [identifier_told(row) for row in root.rows(reading.identifiers)]

    def resolve_concepts(
        root: OrganisationIn, info: GraphQLResolveInfo, taxonomies: list[Any] | None = None
    ) -> list[ConceptIn]:
        return [
            ConceptIn(concept, root.language)
            for concept in root.rows(reading.concepts)
            if taxonomies is None or concept.scheme in taxonomies
        ]

    def resolve_service_languages(root: OrganisationIn, info: GraphQLResolveInfo) -> list[str]:
        return list(root.organisation.service_languages)

    def resolve_freshness(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return root.entry.facet(FacetKey.FRESHNESS) or Freshness.AGING

    def resolve_last_confirmed_at(root: OrganisationIn, info: GraphQLResolveInfo) -> datetime | None:
        return next((row.last_confirmed_at for row in root.rows(reading.reviews)), None)

    def resolve_confidence(root: OrganisationIn, info: GraphQLResolveInfo) -> str:
        return root.organisation.confidence

    def resolve_sources(root: OrganisationIn, info: GraphQLResolveInfo) -> Sequence[OrganisationSource]:
        return root.rows(reading.sources)

    def resolve_updated_at(root: OrganisationIn, info: GraphQLResolveInfo) -> datetime | None:
        published: datetime | None = root.organisation.last_published_at
        return published


class NetworksOrganisationConnection(Connection):
    """A list of organisations, networks and programmes."""

    class Meta:
        node = NetworksOrganisation

    facets = graphene.List(
        graphene.NonNull(NetworksFacet),
        required=True,
        resolver=resolve_facets,
        description="What the list can be narrowed by, with counts; facets without a choice are left out.",
    )


def _span(on: str) -> Span:
    try:
        return span_of(on)
    except ValueError:
        raise BadInput(f"`on` {on[:40]!r} is not a date. Write a year, month or day: 2010-04-06.") from None
