"""manage.py rebuild_search: makes the search index say what is published. Searches go on meanwhile."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cms.search.rebuilding import Rebuild


class Command(BaseCommand):
    help = "Read the texts of everything that can be found again, and forget what is gone."

    def handle(self, *args: Any, **options: Any) -> None:
        rebuild = Rebuild()
        with progress_bar(quiet=options["verbosity"] == 0) as progress:
            task = progress.add_task("search", total=rebuild.total())
            for done in rebuild.run():
                progress.advance(task, done)
        if options["verbosity"]:
            self.stdout.write(
                f"{rebuild.indexed} read, {rebuild.forgotten} entries forgotten, {rebuild.failed} failed."
            )
        if rebuild.failed:
            self.stderr.write("What failed is not found by readers. The reports in the admin say why.")


def progress_bar(*, quiet: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, disable=quiet)
