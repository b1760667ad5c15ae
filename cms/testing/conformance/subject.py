"""The plugin that is looked at, with and without the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graphql import GraphQLNamedType

from cms.graphql.answering import answer
from cms.graphql.context import anonymous_context
from cms.graphql.requests import Asked
from cms.graphql.schema import ComposedSchema, compose_schema
from cms.plugin_host.composition import PluginSet
from cms.plugin_host.declaration import PluginConfig
from cms.testing.conformance.findings import Finding

MakeRows = Callable[[int], object]


@dataclass(frozen=True)
class Subject:
    """A plugin among those that it may know: plugins that require it are left out."""

    plugin: PluginConfig
    plugins: PluginSet
    make_rows: MakeRows | None = None
    """Adds so many rows to everything that the plugin's operations list."""

    @classmethod
    def installed(cls, label: str, make_rows: MakeRows | None = None) -> Subject:
        """Return the plugin of this process. Raises LookupError when it does not run here."""
        plugins = PluginSet.installed()
        enabled = {plugin.label: plugin for plugin in plugins.enabled}
        if label not in enabled:
            known = ", ".join(sorted(enabled)) or "none"
            raise LookupError(
                f"Plugin {label!r} does not run here. List it in config/plugins.py. Those that run: {known}."
            )
        return cls(enabled[label], plugins.without(*dependents(label, plugins)), make_rows)

    @property
    def label(self) -> str:
        return self.plugin.label

    @property
    def folder(self) -> Path:
        return Path(self.plugin.path)

    @property
    def baseline(self) -> PluginSet:
        """The same plugins but this one."""
        return self.plugins.without(self.label)

    @property
    def needs_demo(self) -> bool:
        """Whether the demonstration site has rows of the plugin, and nobody else makes any."""
        return bool(self.items("demo")) and self.make_rows is None

    @cached_property
    def schema(self) -> ComposedSchema:
        return compose_schema(self.plugins)

    @cached_property
    def baseline_schema(self) -> ComposedSchema:
        return compose_schema(self.baseline)

    @property
    def own_types(self) -> dict[str, GraphQLNamedType]:
        """The GraphQL types that are there because of the plugin."""
        known = self.baseline_schema.graphql.type_map
        return {name: kind for name, kind in self.schema.graphql.type_map.items() if name not in known}

    @property
    def own_root_fields(self) -> dict[str, Any]:  # Any: graphql-core's field
        """The plugin's fields by full name, such as "Query.glossaryTerms"."""
        roots = (self.schema.graphql.query_type, self.schema.graphql.mutation_type)
        return {
            f"{root.name}.{name}": field
            for root in roots
            if root is not None
            for name, field in root.fields.items()
            if self.schema.owners.get(name) == self.label
        }

    def items(self, slot: str) -> tuple[Any, ...]:  # Any: the type of an item is its slot's
        """Return what the plugin contributes in a slot."""
        return tuple(item for owner, item in self.plugins.collect(slot) if owner == self.label)

    def owns(self, module: str) -> bool:
        """Whether a module is part of the plugin."""
        return f"{module}.".startswith(f"{self.plugin.name}.")

    def finding(self, item: object, problem: str, remedy: str) -> Finding:
        return Finding(self.label, str(item), problem, remedy)

    def python_files(self) -> Iterator[Path]:
        return (path for path in sorted(self.folder.rglob("*.py")) if "__pycache__" not in path.parts)


def dependents(label: str, plugins: PluginSet) -> tuple[str, ...]:
    """Return the plugins that require this one, directly or through others."""
    found = {label}
    for plugin in plugins.enabled:  # dependencies come first
        if found & {requirement.name for requirement in plugin.requirements}:
            found.add(plugin.label)
    return tuple(sorted(found - {label}))


def answered(schema: ComposedSchema, query: str, variables: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    """Return what an anonymous reader is answered."""
    context = anonymous_context(schema.plugins)
    return answer(Asked(query, variables, None), schema=schema, context=context, is_get=False).body
