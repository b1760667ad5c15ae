"""The network of relations, as nodes and edges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import graphene
from graphql import GraphQLResolveInfo

from plugins.networks.domain import public_entries
from plugins.networks.graph import Edge, ends_of
from plugins.networks.graphql.enums import NetworksRelationKind
from plugins.networks.graphql.organisations import NetworksOrganisation
from plugins.networks.reading import OrganisationIn, told

if TYPE_CHECKING:
    from cms.api import Audience


@dataclass
class GraphIn:
    """A graph as told in one language."""

    found: tuple[Edge, ...]
    also: frozenset[int]
    language: str
    audience: Audience

    @cached_property
    def nodes(self) -> list[OrganisationIn]:
        public = public_entries(self.language, audience=self.audience)
        wanted = public.filter(organisation__in=ends_of(self.found) | self.also)
        return told(wanted.order_by("sort_key", "pk"), audience=self.audience)

    @property
    def edges(self) -> list[dict[str, object]]:
        keys = {node.organisation.pk: node.organisation.key for node in self.nodes}
        return [
            {
                "source": keys[edge.source],
                "kind": edge.kind,
                "target": keys[edge.target],
                "valid_from": edge.valid_from or None,
                "valid_to": edge.valid_to or None,
            }
            for edge in self.found
            if edge.source in keys and edge.target in keys
        ]


class NetworksGraphEdge(graphene.ObjectType):
    """A relation between two records, each told once."""

    source = graphene.String(required=True, description="Key of the one.")
    kind = graphene.Field(NetworksRelationKind, required=True, description="The one, the kind, the other.")
    target = graphene.String(required=True, description="Key of the other.")
    valid_from = graphene.String(description="Since when, as EDTF; null: not known.")
    valid_to = graphene.String(description="Until when, as EDTF; null: not known, or still.")


class NetworksGraph(graphene.ObjectType):
    """Records and the relations between them."""

    nodes = graphene.List(
        graphene.NonNull(NetworksOrganisation), required=True, description="The records by name."
    )
    edges = graphene.List(
        graphene.NonNull(NetworksGraphEdge), required=True, description="The relations, at most 500."
    )

    def resolve_nodes(root: GraphIn, info: GraphQLResolveInfo) -> list[OrganisationIn]:
        return root.nodes

    def resolve_edges(root: GraphIn, info: GraphQLResolveInfo) -> list[dict[str, object]]:
        return root.edges
