"""manage.py compile_catalogues: turns .po files of the host and the plugins into .mo files for Django.

The .mo files are committed, because gettext's own tools are not on every machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser
from rich.progress import track


class Command(BaseCommand):
    help = "Compile the translations of the interface. With --check, only say whether they are compiled."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if a .mo file is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        sources = catalogues(Path(settings.BASE_DIR))
        stale = [
            source
            for source in track(sources, description="catalogues", disable=options["verbosity"] == 0)
            if not is_compiled(source)
        ]
        if not options["check"]:
            for source in stale:
                compiled_path(source).write_bytes(compiled(source))
                self.stdout.write(f"Compiled {source}")
        elif stale:
            names = "\n".join(f"  {source}" for source in stale)
            raise CommandError(f"Not compiled since the last change; run make catalogues:\n{names}")


def catalogues(folder: Path) -> list[Path]:
    """Return the .po files of the host and of every plugin in this checkout, or in that of a plugin."""
    return sorted(
        source
        for pattern in ("cms/locale", "plugins/*/locale", "src/*/locale")
        for source in folder.glob(f"{pattern}/*/LC_MESSAGES/*.po")
    )


def is_compiled(source: Path) -> bool:
    target = compiled_path(source)
    return target.is_file() and target.read_bytes() == compiled(source)


def compiled(source: Path) -> bytes:
    """Return the content of the .mo file: the same bytes for the same translations, on any machine."""
    return bytes(polib.pofile(str(source)).to_binary())


def compiled_path(source: Path) -> Path:
    return source.with_suffix(".mo")
