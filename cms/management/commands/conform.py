"""manage.py conform <label>: whether a plugin keeps what every plugin promises. Safe where content is."""

from __future__ import annotations

import json
from typing import IO, Any, cast

from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cms.testing.conformance.findings import Outcome
from cms.testing.conformance.running import Scorecard, scorecards

MARKS = {"kept": "[green]✓[/]", "broken": "[bold red]✗[/]", "not applicable": "[dim]–[/]"}


class Command(BaseCommand):
    help = "Check what plugins promise. Everything is tried in a scratch database, never in yours."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("labels", nargs="+", metavar="label", help="a plugin that runs here")
        parser.add_argument("--json", action="store_true", help="print the findings for a program")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(stderr=True)
        try:
            with console.status("conform") as status:
                cards = scorecards(options["labels"], told=lambda now: status.update(f"[dim]{now} …"))
        except LookupError as error:
            raise CommandError(str(error)) from None
        if options["json"]:
            self.stdout.write(json.dumps([as_json(card) for card in cards], ensure_ascii=False, indent=2))
        else:
            for card in cards:
                show(card, Console(file=cast(IO[str], self.stdout), highlight=False))
        if not all(card.is_clean for card in cards):
            raise SystemExit(1)


def show(card: Scorecard, console: Console) -> None:
    """Print what is kept and what is broken, then what to do."""
    table = Table(title=f"{card.label} {card.version}", title_justify="left", box=None, pad_edge=False)
    for heading in ("", "Promise", "What it means"):
        table.add_column(heading, no_wrap=heading != "What it means")
    for outcome in card.outcomes:
        table.add_row(MARKS[outcome.status], outcome.check.name, Text(meaning(outcome), style="dim"))
    console.print(table)
    for outcome in card.outcomes:
        for finding in outcome.findings:
            console.print(f"\n[bold red]✗ {outcome.check.name}[/]")
            console.print(f"  {finding.item}: {finding.problem}", markup=False, soft_wrap=True)
            console.print(f"  → {finding.remedy}", markup=False, soft_wrap=True)
    console.print(f"\n{summary(card)}\n")


def meaning(outcome: Outcome) -> str:
    return f"not applicable: {outcome.missing}" if outcome.missing else outcome.check.proves


def summary(card: Scorecard) -> str:
    counted = {status: sum(o.status == status for o in card.outcomes) for status in MARKS}
    return ", ".join(f"{count} {status}" for status, count in counted.items() if count) + "."


def as_json(card: Scorecard) -> dict[str, Any]:  # Any: JSON
    return {
        "plugin": card.label,
        "version": card.version,
        "isClean": card.is_clean,
        "checks": [
            {
                "name": outcome.check.name,
                "status": outcome.status,
                "missing": outcome.missing,
                "findings": [
                    {"item": finding.item, "problem": finding.problem, "remedy": finding.remedy}
                    for finding in outcome.findings
                ],
            }
            for outcome in card.outcomes
        ],
    }
