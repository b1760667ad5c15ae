"""manage.py plugins: every plugin with its state, what it adds, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cms.graphql.checks import schema_problems
from cms.plugin_host.composition import PluginSet, plugin_problems
from cms.plugin_host.declaration import API_VERSION
from cms.plugin_host.errors import PluginError
from cms.plugin_host.overview import PluginOverview, overview

STYLES = {"enabled": "green", "disabled": "yellow", "available": "dim", "broken": "bold red"}
MARKS = {"enabled": "●", "disabled": "○", "available": "·", "broken": "✗"}


class Command(BaseCommand):
    help = "Show every plugin: its state, what it adds, pending migrations, and problems with remedies."
    requires_system_checks = ()  # it tells what they would refuse

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print it for a program")

    def handle(self, *args: Any, **options: Any) -> None:
        problems = all_problems()
        plugins = overview(problems)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(plugins, problems), ensure_ascii=False, indent=2))
        else:
            console = Console(file=self.stdout, highlight=False)  # type: ignore[arg-type]  # a stream
            show(plugins, problems, console)


def all_problems() -> tuple[PluginError, ...]:
    """Return what keeps plugins from running together; their schema is looked at when they could run."""
    return plugin_problems() or tuple(schema_problems(PluginSet.installed()))


def as_json(plugins: Sequence[PluginOverview], problems: Sequence[PluginError]) -> dict[str, object]:
    return {
        "api": API_VERSION,
        "plugins": [asdict(plugin) for plugin in plugins],
        "problems": [
            {name: getattr(problem, name) for name in ("plugin", "code", "problem", "remedy")}
            for problem in problems
        ],
    }


def show(plugins: Sequence[PluginOverview], problems: Sequence[PluginError], console: Console) -> None:
    """Print the plugins as a table, then what is wrong and what to do."""
    table = Table(title=f"Plugins · API {API_VERSION}", title_justify="left", box=box.SIMPLE_HEAD)
    for heading in ("Plugin", "Version", "State", "Needs API", "Adds", "Migrations"):
        table.add_column(heading, no_wrap=heading != "Adds")
    for plugin in plugins:
        state = Text(f"{MARKS[plugin.state]} {plugin.state}", style=STYLES[plugin.state])
        table.add_row(
            plugin.label,
            plugin.version or "–",
            state,
            plugin.requires_cms or "–",
            added(plugin) or "–",
            migrations(plugin),
        )
    console.print(table)
    for problem in problems:
        said = Text.assemble(
            (f"✗ {problem.code}", "bold red"), f" Plugin {problem.plugin}: {problem.problem}"
        )
        console.print(said, soft_wrap=True)
        console.print(f"  → {problem.remedy}", markup=False, soft_wrap=True)
    if any(plugin.state == "available" for plugin in plugins):
        console.print("An available plugin runs when its label stands in config/plugins.py.", style="dim")


def added(plugin: PluginOverview) -> str:
    return " · ".join(f"{slot.replace('_', ' ')} {count}" for slot, count in plugin.contributes.items())


def migrations(plugin: PluginOverview) -> str:
    if plugin.state == "available":
        return "–"
    if plugin.pending is None:
        return "? no database"
    return f"{len(plugin.pending)} pending" if plugin.pending else "all applied"
