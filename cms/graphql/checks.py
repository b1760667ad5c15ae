"""Django's system check for the schema: which plugin cannot become part of it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.apps import AppConfig
from django.core.checks import CheckMessage

from cms.graphql.schema import compose_schema
from cms.plugin_host.checks import as_message
from cms.plugin_host.composition import PluginSet, plugin_problems
from cms.plugin_host.errors import PluginError, origin


def check_schema(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return an error for each plugin that cannot be composed with those before it."""
    if plugin_problems():
        return []  # told by the check of the declarations; until then there is no order to compose in
    return [as_message(problem) for problem in schema_problems(PluginSet.installed())]


def schema_problems(plugins: PluginSet) -> Iterator[PluginError]:
    """Yield what each plugin's schema complains of; the others are composed without it."""
    accepted = replace(plugins, plugins=())
    for plugin in plugins.enabled:
        candidate = replace(plugins, plugins=(*accepted.plugins, plugin))
        try:
            compose_schema(candidate)
        except PluginError as problem:
            yield problem
        except Exception as error:
            yield complaint_in(error) or plugin.error(
                f"cannot become part of the schema: {error} ({origin(error)}).",
                "E112",
                "Correct the type or field that it names.",
            )
        else:
            accepted = candidate


def complaint_in(error: BaseException) -> PluginError | None:
    """Return our complaint inside graphql-core's: fields are made late, and what that raises is wrapped."""
    cause = error.__cause__
    return cause if isinstance(cause, PluginError) or cause is None else complaint_in(cause)
