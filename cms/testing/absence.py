"""The API as it is while a plugin is disabled, in a process that runs with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from graphql import print_schema

from cms.graphql.answering import answer
from cms.graphql.context import anonymous_context
from cms.graphql.requests import Asked
from cms.graphql.schema import compose_schema
from cms.plugin_host.composition import PluginSet


def schema_without(label: str) -> str:
    """Return the schema, as GraphQL writes it, of all plugins but this one."""
    return print_schema(compose_schema(PluginSet.installed().without(label)).graphql)


def ask_without(label: str, query: str, **variables: object) -> dict[str, Any]:  # Any: JSON
    """Return what a reader is answered while the plugin is disabled and its content is still there."""
    schema = compose_schema(PluginSet.installed().without(label))
    asked = Asked(query, variables, None)
    return answer(asked, schema=schema, context=anonymous_context(schema.plugins), is_get=False).body


def viewsets_without(label: str) -> tuple[Any, ...]:  # Any: Wagtail's viewsets are untyped
    """Return the admin's viewsets of the host and of all plugins but this one."""
    return tuple(viewset for _, viewset in PluginSet.installed().without(label).collect("viewsets"))


@contextmanager
def running_without(label: str) -> Iterator[None]:
    """Let the plugin be disabled for a while, its content still there."""
    with PluginSet.installed().without(label).running():
        yield
