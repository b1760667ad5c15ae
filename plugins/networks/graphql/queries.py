"""The plugin's root fields."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import PAGING, BadInput, LocaleCode, context_of, read_id
from plugins.networks.domain import entries_named, with_defaults, without_hidden
from plugins.networks.graph import FARTHEST, all_edges, edges_around
from plugins.networks.graphql.enums import NetworksSort
from plugins.networks.graphql.facets import NetworksFacet, facets_of
from plugins.networks.graphql.graph import GraphIn, NetworksGraph
from plugins.networks.graphql.listings import entry_page
from plugins.networks.graphql.organisations import NetworksOrganisation, NetworksOrganisationConnection
from plugins.networks.graphql.wishes import NetworksWhere, read_where
from plugins.networks.models import Organisation
from plugins.networks.reading import EntryPage, Listing, OrganisationIn, told
from plugins.networks.searching import Question, question
from plugins.networks.vocabulary import Sort

SORTED_BY = {Sort.NAME: "sort_key", Sort.FOUNDED: "founded_key", Sort.RECENT: "recent_key"}


class Query(graphene.ObjectType):
    networks_organisations = graphene.Field(
        NetworksOrganisationConnection,
        description=(
            "Public organisations, networks and programmes in the order of the locale's alphabet; "
            "in a search, whose acronym it is comes first."
        ),
        locale=LocaleCode(required=True, description="The language of the reader."),
        where=NetworksWhere(description="What to narrow the list to."),
        sort=NetworksSort(description="The order; left out: by name, in a search the best first."),
        **PAGING,
    )
    networks_facets = graphene.List(
        graphene.NonNull(NetworksFacet),
        description="What such a list can be narrowed by, with counts; the same as its `facets`.",
        locale=LocaleCode(required=True, description="The language of the reader."),
        where=NetworksWhere(description="What the list is narrowed to already."),
    )
    networks_organisation = graphene.Field(
        NetworksOrganisation,
        description="One of them by its key or its id; null when there is no public one. "
        "For one that was merged into another, that other: compare `key` and redirect.",
        locale=LocaleCode(required=True, description="The language of the reader."),
        key=graphene.String(description="The key, for example recpnet."),
        id=graphene.ID(description="The id."),
    )

    networks_relation_graph = graphene.Field(
        NetworksGraph,
        description="How public records hang together; null when there is no public one with the key.",
        locale=LocaleCode(required=True, description="The language of the reader."),
        around=graphene.String(description="Only what lies around the record with this key."),
        steps=graphene.Int(default_value=1, description="How many steps around it, at most 3."),
    )

    def resolve_networks_organisations(
        root: None,
        info: GraphQLResolveInfo,
        *,
        locale: str,
        first: int,
        after: str | None = None,
        where: dict[str, Any] | None = None,  # Any: the input, as graphene reads it
        sort: Any = None,  # Any: an enum of the schema
    ) -> EntryPage:
        listing = _listing(locale, where, info)
        order = SORTED_BY[Sort(sort)] if sort else ("place" if listing.question else "sort_key")
        page = entry_page(listing.entries, order, first, after, info)
        page.listing = listing
        return page

    def resolve_networks_facets(
        root: None,
        info: GraphQLResolveInfo,
        locale: str,
        where: dict[str, Any] | None = None,  # Any: the input, as graphene reads it
    ) -> list[dict[str, object]]:
        return facets_of(_listing(locale, where, info))

    def resolve_networks_relation_graph(
        root: None, info: GraphQLResolveInfo, locale: str, around: str | None = None, steps: int | None = None
    ) -> GraphIn | None:
        audience = context_of(info).audience
        steps = 1 if steps is None else steps
        if not 1 <= steps <= FARTHEST:
            raise BadInput(f"`steps` must be between 1 and {FARTHEST}; it is {steps}.")
        if around is None:
            return GraphIn(all_edges(audience=audience), frozenset(), locale, audience)
        entry = entries_named("key", [around], locale, audience=audience).get(around)
        if entry is None:
            return None
        centre = entry.organisation_id
        edges = edges_around(centre, steps=steps, audience=audience)
        return GraphIn(edges, frozenset({centre}), locale, audience)

    def resolve_networks_organisation(
        root: None,
        info: GraphQLResolveInfo,
        locale: str,
        key: str | None = None,
        id: str | None = None,  # noqa: A002 -- the argument's name in the schema
    ) -> OrganisationIn | None:
        if (key is None) == (id is None):
            raise BadInput("Give either `key` or `id`.")
        audience = context_of(info).audience
        field, value = ("key", key) if id is None else ("pk", _primary_key(id))
        entries = entries_named(field, [value], locale, audience=audience)
        return next(iter(told(entries.values(), audience=audience)), None)


def _listing(locale: str, where: dict[str, Any] | None, info: GraphQLResolveInfo) -> Listing:  # Any: as above
    """Return the list that is meant."""
    audience = context_of(info).audience
    search, asked = read_where(where)
    wanted = with_defaults(without_hidden(asked, audience=audience))
    return Listing(locale, wanted, _question(search, locale) if search else None, audience)


def _question(search: str, locale: str) -> Question:
    try:
        return question(search, language=locale)
    except ValueError as error:
        raise BadInput(f"`search` {error}.") from None


def _primary_key(value: str) -> int:
    label, primary_key = read_id(value)
    if label != Organisation._meta.label_lower:
        raise BadInput(f"`id` {value[:60]!r} is not the id of an organisation.")
    return primary_key
