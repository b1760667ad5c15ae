"""A field in a document: what messages, errors and resolvers have to know about where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo, located_error
from graphql.pyutils import Path

from .run import Failure, Run

new = tuple.__new__


@dataclass(frozen=True, slots=True)
class Site:
    """One field of one object type, selected by one or more nodes that are merged."""

    parent: GraphQLObjectType
    definition: GraphQLField
    nodes: list[FieldNode]

    @property
    def name(self) -> str:
        return self.nodes[0].name.value

    @property
    def coordinates(self) -> str:
        return f"{self.parent.name}.{self.name}"

    @property
    def head(self) -> tuple[Any, ...]:
        """What every GraphQLResolveInfo of this field begins with, up to the path."""
        return (self.name, self.nodes, self.definition.type, self.parent)

    def info(self, path: Path, run: Run) -> GraphQLResolveInfo:
        return new(GraphQLResolveInfo, (*self.head, path, *run.tail))

    def failure(self, error: Exception, place: Path, run: Run) -> Failure:
        """Return the error with the path and the location at which graphql-core reports it."""
        return run.fail(located_error(error, self.nodes, place.as_list()))
