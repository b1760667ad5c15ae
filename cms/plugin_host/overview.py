"""What there is to know about every plugin: its state, what it adds, and what of it waits in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from importlib.metadata import entry_points
from typing import Any, Literal

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from cms.plugin_host.composition import CORE, PluginSet
from cms.plugin_host.contribution import Contribution
from cms.plugin_host.declaration import PluginConfig
from cms.plugin_host.discovery import ENTRY_POINTS
from cms.plugin_host.errors import PluginError

State = Literal["available", "enabled", "disabled", "broken"]


@dataclass(frozen=True, kw_only=True)
class PluginOverview:
    """A plugin as an operator sees it. `pending` is None when the database does not tell."""

    label: str
    version: str
    state: State
    requires_cms: str = ""
    contributes: Mapping[str, int]
    pending: tuple[str, ...] | None = ()


def overview(problems: Collection[PluginError]) -> tuple[PluginOverview, ...]:
    """Return every plugin by label; those that the problems name are broken."""
    broken = {label_of(problem) for problem in problems}
    listed = {app.label: app for app in apps.get_app_configs() if isinstance(app, PluginConfig)}
    pending = pending_migrations(listed)
    found = [seen(plugin, broken, pending) for plugin in listed.values()]
    found += [
        PluginOverview(label=label, version=version, state="available", contributes={})
        for label, version in offered().items()
        if label not in listed
    ]
    return tuple(sorted(found, key=lambda plugin: plugin.label))


def label_of(problem: PluginError) -> str:
    return problem.plugin.partition(" ")[0]


def seen(
    plugin: PluginConfig, broken: Collection[str], pending: Mapping[str, tuple[str, ...]] | None
) -> PluginOverview:
    is_broken = plugin.label in broken
    switched: State = "enabled" if plugin.enabled else "disabled"
    return PluginOverview(
        label=plugin.label,
        version=getattr(plugin, "version", ""),
        state="broken" if is_broken else switched,
        requires_cms=getattr(plugin, "requires_cms", ""),
        # Asking a disabled plugin would import what must not be loaded, asking a broken one would fail.
        contributes=contributed(plugin) if plugin.enabled and not is_broken else {},
        pending=None if pending is None else pending[plugin.label],
    )


def contributed(plugin: PluginConfig) -> dict[str, int]:
    """Return how many things the plugin adds, by slot; the slots that it leaves empty are left out."""
    alone = PluginSet(apps.get_app_config(CORE), (plugin,))  # type: ignore[arg-type]  # CmsConfig
    own = {
        slot.name: [item for owner, item in alone.collect(slot.name) if owner == plugin.label]
        for slot in fields(Contribution)
    }
    counts = {slot: sum(size(slot, item) for item in items) for slot, items in own.items()}
    counts["blocks"] = len(plugin.blocks())
    return {slot: count for slot, count in counts.items() if count}


def size(slot: str, item: Any) -> int:  # Any: the type of an item is its slot's
    """Return what one item counts: a root type its fields, a folder its documents."""
    if slot in {"queries", "mutations"}:
        return len(item._meta.fields)
    return len(list(item.glob("*.graphql"))) if slot == "operations" else 1


def pending_migrations(labels: Collection[str]) -> dict[str, tuple[str, ...]] | None:
    """Return the migrations that are not applied, by plugin; None when the database does not answer."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return None
    waiting = [step for step, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    return {label: tuple(step.name for step in waiting if step.app_label == label) for label in labels}


def offered() -> dict[str, str]:
    """Return label → version of what installed distributions offer. Imports nothing of them."""
    return {
        point.name: point.dist.version if point.dist else "" for point in entry_points(group=ENTRY_POINTS)
    }
