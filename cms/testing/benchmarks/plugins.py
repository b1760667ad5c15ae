"""What plugins cost: the time to compose twenty of them, and the memory of one that is disabled.

python -m cms.testing.benchmarks.plugins
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, fields, replace
from statistics import median
from time import process_time
from typing import Any

import graphene
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from cms.plugin_host.composition import PluginSet
from cms.plugin_host.contribution import Contribution

PLUGINS = 20
TYPES = 5  # of each plugin, about as many as the product's own have
WANTED = 50  # ms
MEASURED = "networks"  # the largest of the product's plugins

PROCESS = """
import gc, json, sys, tracemalloc, types
from config import plugins
plugins.CMS_PLUGINS = json.loads(sys.argv[1])
tracemalloc.start()
import django
from django.apps import AppConfig
from django.conf import settings
if sys.argv[2]:
    bare = types.ModuleType("bare")
    bare.Bare = type("Bare", (AppConfig,), {"name": f"plugins.{sys.argv[2]}", "label": sys.argv[2]})
    bare.Bare.__module__ = "bare"
    sys.modules["bare"] = bare
    settings.INSTALLED_APPS.append("bare.Bare")
django.setup()
from django.apps import apps
from wagtail import hooks
hooks.search_for_hooks()
apps.get_app_config("cms").compose()
gc.collect()
print(tracemalloc.get_traced_memory()[0])
"""


@dataclass(frozen=True, eq=False)
class Synthetic:
    """A plugin as far as composition looks at it."""

    label: str
    contribution: Contribution
    enabled: bool = True

    def contribute(self) -> Contribution:
        return self.contribution


def synthetic(number: int) -> Synthetic:
    label = f"synthetic{number}"
    types = [thing(f"Synthetic{number}Thing{index}") for index in range(TYPES)]
    roots = {f"{label}_things{index}": graphene.List(kind) for index, kind in enumerate(types)}
    return Synthetic(label, Contribution(queries=(type("Query", (graphene.ObjectType,), roots),)))


def thing(name: str) -> Any:  # Any: graphene is untyped
    words = {f"word{index}": graphene.String(description="A word.") for index in range(8)}
    return type(name, (graphene.ObjectType,), {"__doc__": "A thing.", **words})


def milliseconds_to_compose(plugins: PluginSet) -> float:
    """Return the median processor time of nine compositions: every slot collected, and the schema."""
    from cms.graphql.schema import compose_schema  # noqa: PLC0415 -- app loading

    taken = []
    for _ in range(9):
        fresh = replace(plugins, plugins=tuple(replace(plugin) for plugin in plugins.plugins))  # type: ignore[type-var]  # synthetic ones
        begun = process_time()
        for slot in fields(Contribution):
            fresh.collect(slot.name)
        compose_schema(fresh)
        taken.append((process_time() - begun) * 1000)
    return median(taken)


def megabytes(plugins: dict[str, object], models_of: str = "") -> float:
    """Return what a process holds that is ready to serve with these plugins."""
    arguments = [sys.executable, "-c", PROCESS, json.dumps(plugins), models_of]
    answer = subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=settings.BASE_DIR)  # noqa: S603 -- our own program
    return int(answer.stdout.splitlines()[-1]) / 1_000_000


def main() -> None:
    get_wsgi_application()
    core = PluginSet(PluginSet.installed().core, ())
    twenty = replace(core, plugins=tuple(synthetic(number) for number in range(PLUGINS)))  # type: ignore[misc]  # as above
    alone, together = milliseconds_to_compose(core), milliseconds_to_compose(twenty)
    print(f"Composing {PLUGINS} plugins: {together - alone:.0f} ms more than the core's {alone:.0f} ms")
    print(f"  wanted: under {WANTED} ms")
    none = megabytes({})
    models = megabytes({}, models_of=MEASURED) - none
    disabled = megabytes({MEASURED: {"enabled": False}}) - none
    enabled = megabytes({MEASURED: {}}) - none
    print(f"Memory of {MEASURED}: enabled {enabled:.2f} MB, disabled {disabled:.2f} MB")
    print(f"  its models alone {models:.2f} MB: disabled is {disabled / models:.2f} × that")


if __name__ == "__main__":
    main()
