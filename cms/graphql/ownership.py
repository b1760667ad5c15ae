"""Who contributed each part of the schema: the first contributor, in order, with whom it appears."""

from __future__ import annotations

from dataclasses import replace

from cms.graphql.schema import compose_schema
from cms.operations.ownership import owned_parts
from cms.plugin_host.composition import CORE, PluginSet


def schema_owners(plugins: PluginSet) -> dict[str, str]:
    """Return the owner's label of each type ("Page") and of each root field ("Query.route")."""
    owners: dict[str, str] = {}
    for contributed, label in growing(plugins):
        for coordinate in owned_parts(compose_schema(contributed).graphql):
            owners.setdefault(coordinate, label)
    return owners


def growing(plugins: PluginSet) -> list[tuple[PluginSet, str]]:
    """Return the core alone, then with one plugin more each time; each with the label of who came last."""
    enabled = plugins.enabled
    return [
        (replace(plugins, plugins=enabled[:count]), enabled[count - 1].label if count else CORE)
        for count in range(len(enabled) + 1)
    ]
