"""From contributions to one schema. What two contributors both define is refused, never merged silently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import graphene
from graphene.types.schema import TypeMap
from graphene.utils.str_converters import to_camel_case
from graphql import GraphQLSchema

from cms.plugin_host.composition import PluginSet
from cms.plugin_host.errors import PluginError


@dataclass(frozen=True)
class ComposedSchema:
    """An executable schema with the owner of each root field."""

    graphql: GraphQLSchema
    owners: Mapping[str, str]
    plugins: PluginSet


def current_schema() -> ComposedSchema:
    """Return the schema of the plugins that this process runs with."""
    return _composed(PluginSet.installed())


def compose_schema(plugins: PluginSet) -> ComposedSchema:
    """Return the schema of a set of plugins. Raises PluginError when two define the same name."""
    query, owners = merge_root("Query", plugins.collect("queries"))
    mutation, mutation_owners = merge_root("Mutation", plugins.collect("mutations"))
    paired = [*plugins.collect("page_types"), *plugins.collect("block_types")]
    results = [fields.result for _, fields in plugins.collect("search_fields")]
    types = [*(pair[1] for _, pair in paired), *(item for _, item in plugins.collect("types")), *results]
    type_map = StrictTypeMap(query=query, mutation=mutation, types=types, auto_camelcase=True)
    schema = GraphQLSchema(
        query=type_map.query, mutation=type_map.mutation, types=type_map.types, description=DESCRIPTION
    )
    return ComposedSchema(schema, {**owners, **mutation_owners}, plugins)


_composed = cache(compose_schema)


DESCRIPTION = (
    "Bilingual content for decoupled frontends. Every text is in one language; "
    "nothing falls back to another language unless the query asks for it."
)


def merge_root(
    name: str, roots: Iterable[tuple[str, type[graphene.ObjectType]]]
) -> tuple[type[graphene.ObjectType] | None, dict[str, str]]:
    """Return the root type and the owner of each of its fields; (None, {}) when nobody contributes one.

    Graphene merges root types by inheritance, where the second of two fields with one name vanishes.
    """
    owners: dict[str, str] = {}
    bases: list[type[graphene.ObjectType]] = []
    for owner, root in roots:
        for field in root._meta.fields:
            if field in owners:
                raise PluginError(
                    owner,
                    f"{name}.{field} already belongs to {owners[field]}.",
                    code="cms.E110",
                    remedy=f"Rename the field; begin it with {owner}.",
                )
            owners[field] = owner
        bases.append(root)
    if not bases:
        return None, {}
    merged = type(name, (*bases, graphene.ObjectType), {"__doc__": ROOT_DESCRIPTIONS[name]})
    return merged, {to_camel_case(field): owner for field, owner in owners.items()}


ROOT_DESCRIPTIONS = {
    "Query": "Everything that can be read.",
    "Mutation": "Everything that can be sent.",
}


class StrictTypeMap(TypeMap):
    """Graphene's type map, refusing two classes under one name where graphene keeps the first in silence."""

    def add_type(self, graphene_type: Any) -> Any:  # Any: graphene is untyped
        known = super().add_type(graphene_type)
        definer = getattr(known, "graphene_type", None)
        if definer is None or not isinstance(graphene_type, type) or definer is graphene_type:
            return known
        raise PluginError(
            graphene_type.__module__,
            f"defines the GraphQL type {known.name!r}, which {definer.__module__} defines already.",
            code="cms.E111",
            remedy="Rename it; begin it with the plugin's label.",
        )
