"""How bodies hang together: a network of public records and the relations between them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from plugins.networks.models import Organisation, OrganisationRelation
from plugins.networks.vocabulary import RelationKind

if TYPE_CHECKING:
    from cms.api import Audience

MOST_EDGES = 500
FARTHEST = 3


@dataclass(frozen=True)
class Edge:
    """A relation, read in the direction of the first of its two names (`PARENT_OF`, not `PART_OF`)."""

    source: int
    kind: RelationKind
    target: int
    valid_from: str
    valid_to: str


def all_edges(*, audience: Audience, most: int | None = MOST_EDGES) -> tuple[Edge, ...]:
    """Return the relations between public records, at most 500 if not told otherwise."""
    return _edges(_public_relations(audience)[:most])


def edges_around(organisation_id: int, *, steps: int, audience: Audience) -> tuple[Edge, ...]:
    """Return the relations within some steps of a record, at most 500, at the cost of one query a step."""
    reached = {organisation_id}
    edges: tuple[Edge, ...] = ()
    for _step in range(steps):
        near = Q(organisation__in=reached) | Q(target__in=reached)
        edges = _edges(_public_relations(audience).filter(near)[:MOST_EDGES])
        reached |= ends_of(edges)
    return edges


def ends_of(edges: Collection[Edge]) -> set[int]:
    return {end for edge in edges for end in (edge.source, edge.target)}


def _public_relations(audience: Audience) -> QuerySet[OrganisationRelation]:
    public = audience.snippets(Organisation.objects.all())
    return OrganisationRelation.objects.filter(organisation__in=public, target__in=public).order_by("pk")


def _edges(relations: QuerySet[OrganisationRelation]) -> tuple[Edge, ...]:
    """Return each relation once, although editors may have written it at both ends."""
    found: dict[tuple[int, RelationKind, int], Edge] = {}
    for row in relations:
        kind, source, target = RelationKind(row.kind), row.organisation_id, row.target_id or 0
        if kind.is_second or (kind.inverse == kind and source > target):
            kind, source, target = kind.inverse, target, source
        found.setdefault((source, kind, target), Edge(source, kind, target, row.valid_from, row.valid_to))
    return tuple(found.values())
