"""Facts about a body: dates by their sources, scope, links, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import graphene
from django.utils import timezone
from graphql import GraphQLResolveInfo

from plugins.networks.dates import span_of
from plugins.networks.graphql.enums import (
    NetworksConfidence,
    NetworksLinkKind,
    NetworksLinkStatus,
    NetworksReach,
    NetworksSourceKind,
)
from plugins.networks.models import (
    DateClaim,
    LinkState,
    OrganisationEvent,
    OrganisationLink,
    OrganisationPlace,
)
from plugins.networks.places import places, scope_of
from plugins.networks.vocabulary import EventKind, PlaceScheme
from plugins.networks.words import Words

Told = dict[str, object]


@dataclass(frozen=True)
class ScopeIn:
    """Where a body works, for readers of one language."""

    words: Words
    places: tuple[OrganisationPlace, ...]
    language: str

    def codes(self, scheme: PlaceScheme) -> list[str]:
        return [place.code for place in self.places if place.scheme == scheme]


class NetworksDateClaim(graphene.ObjectType):
    """When something happened, according to one source."""

    edtf = graphene.String(required=True, description="The date as EDTF, exactly as precise as the source.")
    earliest = graphene.Date(description="The first day it may mean; null: open.")
    latest = graphene.Date(description="The last day it may mean; null: open.")
    confidence = graphene.Field(NetworksConfidence, description="How far to trust it; null: not judged.")
    source = graphene.Field(NetworksSourceKind, description="Where it comes from; null: not recorded.")
    source_url = graphene.String(description="Address of the source; null: not recorded.")
    retrieved_on = graphene.Date(description="When the source was read; null: not recorded.")
    is_preferred = graphene.Boolean(required=True, description="True for the claim to show first.")

    def resolve_earliest(root: DateClaim, info: GraphQLResolveInfo) -> date | None:
        return span_of(root.edtf).earliest

    def resolve_latest(root: DateClaim, info: GraphQLResolveInfo) -> date | None:
        return span_of(root.edtf).latest

    def resolve_confidence(root: DateClaim, info: GraphQLResolveInfo) -> str | None:
        return root.confidence or None

    def resolve_source(root: DateClaim, info: GraphQLResolveInfo) -> str | None:
        return root.source_kind or None

    def resolve_source_url(root: DateClaim, info: GraphQLResolveInfo) -> str | None:
        return root.source_url or None


CLAIMS = {"required": True, "description": "Every date that sources give, the preferred one first."}


class NetworksDate(graphene.ObjectType):
    """A date on which sources may disagree."""

    claims = graphene.List(graphene.NonNull(NetworksDateClaim), **CLAIMS)
    is_disputed = graphene.Boolean(required=True, description="True when sources give different dates.")


class NetworksEvent(graphene.ObjectType):
    """Something that happened to a body, other than its founding and its end."""

    text = graphene.String(description="What happened, in the locale; null: not written in this language.")
    claims = graphene.List(graphene.NonNull(NetworksDateClaim), **CLAIMS)
    is_disputed = graphene.Boolean(required=True, description="True when sources give different dates.")


class NetworksPlace(graphene.ObjectType):
    """A country or a region with its name."""

    code = graphene.String(required=True, description="ISO 3166-1 alpha-3, UN M49 or, with x-, our own.")
    name = graphene.String(required=True, description="Its name in the locale.")


class NetworksScope(graphene.ObjectType):
    """Where a body works."""

    reach = graphene.Field(NetworksReach, description="How far it reaches; null: no code says it.")
    places = graphene.List(
        graphene.NonNull(NetworksPlace), required=True, description="Its countries and regions by name."
    )
    text = graphene.String(description="In words, in the locale; null: not written in this language.")
    regions = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Codes of UN M49, 001 is the world; or of our own sets.",
    )
    countries = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Codes of ISO 3166-1 alpha-3."
    )
    subdivisions = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Codes of ISO 3166-2."
    )

    def resolve_reach(root: ScopeIn, info: GraphQLResolveInfo) -> str | None:
        return scope_of((place.scheme, place.code) for place in root.places)

    def resolve_places(root: ScopeIn, info: GraphQLResolveInfo) -> list[Told]:
        known = [places()[place.code] for place in root.places if place.code in places()]
        return [{"code": place.code, "name": place.name(root.language)} for place in known]

    def resolve_text(root: ScopeIn, info: GraphQLResolveInfo) -> str | None:
        return root.words.get(root.language)

    def resolve_regions(root: ScopeIn, info: GraphQLResolveInfo) -> list[str]:
        return root.codes(PlaceScheme.M49)

    def resolve_countries(root: ScopeIn, info: GraphQLResolveInfo) -> list[str]:
        return root.codes(PlaceScheme.COUNTRY)

    def resolve_subdivisions(root: ScopeIn, info: GraphQLResolveInfo) -> list[str]:
        return root.codes(PlaceScheme.SUBDIVISION)


class NetworksLink(graphene.ObjectType):
    """An address of a body on the web."""

    url = graphene.String(required=True, description="The address.")
    kind = graphene.Field(NetworksLinkKind, required=True, description="What it leads to.")
    language = graphene.String(description="Language of the site, as BCP 47; null: not known, or several.")
    status = graphene.Field(NetworksLinkStatus, required=True, description="What checking it has found.")
    checked_at = graphene.DateTime(description="When it was last checked; null: never.")
    last_alive_at = graphene.DateTime(description="When it last answered; null: it never has.")
    redirects_to = graphene.String(description="Where it leads on to; null: nowhere, or not known.")
    archived_url = graphene.String(description="An archived copy for when it is dead; null: none.")


class NetworksSource(graphene.ObjectType):
    """A source that a record rests on."""

    kind = graphene.Field(NetworksSourceKind, required=True, description="What sort of source it is.")
    url = graphene.String(description="Its address; null: not recorded.")
    retrieved_on = graphene.Date(description="When it was read; null: not recorded.")

    def resolve_url(root: object, info: GraphQLResolveInfo) -> str | None:
        return getattr(root, "url", "") or None


def date_of(events: Iterable[OrganisationEvent], kind: EventKind) -> Told:
    """Return what sources say about the founding, or the end; without claims when nothing is known."""
    return _disputable([claim for event in events if event.kind == kind for claim in event.claims.all()])


def other_events(events: Iterable[OrganisationEvent], language: str) -> list[Told]:
    return [
        {"text": event.words.get(language), **_disputable(event.claims.all())}
        for event in events
        if event.kind == EventKind.OTHER
    ]


def link_told(link: OrganisationLink, state: LinkState) -> Told:
    return {
        "url": link.url,
        "kind": link.kind,
        "language": link.language or None,
        "status": state.shown_status(timezone.now()),
        "checked_at": state.checked_at,
        "last_alive_at": state.last_alive_at,
        "redirects_to": state.redirects_to or None,
        "archived_url": state.archived_url or None,
    }


def _disputable(claims: Iterable[DateClaim]) -> Told:
    ordered = sorted(claims, key=lambda claim: not claim.is_preferred)
    return {"claims": ordered, "is_disputed": len({claim.edtf for claim in ordered}) > 1}
