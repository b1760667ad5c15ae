"""Whose a part of the schema is, also when it is there no longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSchema, is_introspection_type, is_specified_scalar_type

from cms.plugin_host.composition import CORE

ROOTS = ("Query", "Mutation")


@dataclass(frozen=True)
class Owners:
    """Owners by coordinate of types and root fields: as composed now, and as published before."""

    now: Mapping[str, str]
    before: Mapping[str, str]
    plugins: frozenset[str]
    """Labels of every plugin that is installed, enabled or not."""

    def of(self, coordinate: str) -> str:
        """Return the label of who contributed, or had contributed, this part.

        What neither schema says belongs to the plugin whose label its name begins with: the rule for names.
        """
        part = coordinate.partition("(")[0]
        kind, _, field = part.partition(".")
        for name in (part,) if kind in ROOTS else (part, kind):
            for known in (self.now, self.before):
                if name in known:
                    return known[name]
        return owner_by_name(field if kind in ROOTS else kind, self.plugins)


def owner_by_name(name: str, plugins: Iterable[str]) -> str:
    """Return the plugin with whose label the name begins, the longest if there are several; else the core."""
    fitting = [label for label in plugins if name.lower().startswith(label.replace("_", "").lower())]
    return max(fitting, key=len, default=CORE)


def published_owners(manifest: Mapping[str, Any], schema: GraphQLSchema) -> dict[str, str]:  # Any: JSON
    """Return owner by coordinate as the contract says it. The manifest lists what is not the core's.

    Nothing is known, and {} is returned, when the manifest has no owners.
    """
    if "owners" not in manifest:
        return {}
    listed = {name: label for label, names in manifest["owners"].items() for name in names}
    return dict.fromkeys(owned_parts(schema), CORE) | listed


def owned_parts(schema: GraphQLSchema) -> list[str]:
    """Return what has an owner of its own: each type ("Page") and each root field ("Query.route")."""
    types = [
        name
        for name, kind in schema.type_map.items()
        if not is_introspection_type(kind) and not is_specified_scalar_type(kind)
    ]
    roots = [root for root in (schema.query_type, schema.mutation_type) if root is not None]
    return [*types, *(f"{root.name}.{field}" for root in roots for field in root.fields)]
