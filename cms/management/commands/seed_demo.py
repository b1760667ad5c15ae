"""manage.py seed_demo: builds the demonstration site. Running it again changes nothing."""

from __future__ import annotations

from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.demo.building import DemoSite
from cms.demo.seeding import steps
from cms.domain.readiness import database_problems
from cms.plugin_host.composition import PluginSet


class Command(BaseCommand):
    help = "Build the demonstration site in both languages. What exists is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        if problems := database_problems():
            raise CommandError(" ".join(problems))
        todo = steps(PluginSet.installed())
        demo = DemoSite()
        with progress_bar(quiet=options["verbosity"] == 0) as progress, transaction.atomic():
            task = progress.add_task("demo", total=len(todo) + 1, now="")
            demo.report = lambda title: progress.update(task, now=title)
            # What refers to what is worked out once at the end, not at each of some thousand saves.
            with disable_reference_index_auto_update():
                for name, step in todo:
                    progress.update(task, description=name)
                    step(demo)
                    progress.advance(task)
            progress.update(task, description="references", now="")
            if demo.has_grown:
                call_command("rebuild_references_index", verbosity=0)
            progress.update(task, description="demo site", now="done", advance=1)


def progress_bar(*, quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description:<20}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[now]}", style="dim"),
        disable=quiet,
    )
