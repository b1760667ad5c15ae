"""Whether a plugin can be removed, and removing it: traces first, then its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from wagtail_localize.models import TranslationSource

from cms.domain.removal.content import Finding, content_of, drafts_and_history, is_alive
from cms.domain.removal.stored_blocks import stored_in_sources
from cms.domain.removal.traces import delete_traces
from cms.plugin_host.declaration import PluginConfig


@dataclass(frozen=True)
class Refusal:
    """Why a plugin is not removed, and what to do about it."""

    code: str
    problem: str
    remedy: str


def refusals(plugin: PluginConfig, *, line: int | None = None) -> Iterator[Refusal]:
    """Yield what forbids removing the plugin whatever it holds; `line` is its line in config/plugins.py."""
    if plugin.enabled:
        where = f", line {line}" if line else ""
        yield Refusal(
            "cms.E120",
            f"{plugin.label} is enabled: while its tables go, processes would write to them.",
            f'Set "{plugin.label}": {{"enabled": False}} in config/plugins.py{where}, restart every process, '
            "and repeat.",
        )
    plan = backwards(plugin)
    others = sorted({step.app_label for step in plan} - {plugin.label})
    if others:
        yield Refusal(
            "cms.E121",
            f"The tables of {', '.join(others)} are built on those of {plugin.label} and would go with them.",
            f"Remove {', '.join(others)} first.",
        )
    if stuck := [str(step) for step in plan if not all(part.reversible for part in step.operations)]:
        yield Refusal(
            "cms.E122",
            f"These migrations cannot be undone: {', '.join(stuck)}.",
            "Its author has to give each operation a way back, such as RunPython.noop.",
        )


def backwards(plugin: PluginConfig) -> list[Migration]:
    """Return the applied migrations that go with the plugin, also those of other apps."""
    executor = MigrationExecutor(connection)
    if plugin.label not in executor.loader.migrated_apps:
        return []
    return [step for step, _backwards in executor.migration_plan([(plugin.label, None)])]


def remove(plugin: PluginConfig, *, drop: Collection[str] = ()) -> None:
    """Delete every trace and every table of the plugin. Raises ContentLeft when content is left."""
    if found := content_of(plugin, drop=drop):
        raise ContentLeft(found)
    with transaction.atomic():
        delete_dead_sources(plugin)
        delete_traces(plugin)
    if backwards(plugin):
        # Not by the command: after it, Wagtail makes the content types of its snippets anew.
        MigrationExecutor(connection).migrate([(plugin.label, None)])


def delete_history(plugin: PluginConfig) -> int:
    """Delete the past revisions that hold the plugin's blocks; return how many."""
    _drafts, history = drafts_and_history(plugin)
    for revision in history:
        revision.delete()
    return len(history)


def delete_dead_sources(plugin: PluginConfig) -> None:
    """Delete what translators had of deleted pages, where it holds the plugin's blocks."""
    names = {name for name, _block in plugin.blocks()}
    dead = [source.pk for source in stored_in_sources(names) if not is_alive(source)]
    TranslationSource.objects.filter(pk__in=dead).delete()


class ContentLeft(Exception):
    """The plugin still has content; nothing was removed."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(", ".join(finding.what for finding in findings))
