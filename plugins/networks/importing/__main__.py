"""Imports a table from the command line: `python -m plugins.networks.importing FILE --user NAME [--store]`.

Without --store it only reports. Rows that may mean a record that is there are left out and listed: those are
decided in the admin.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main() -> int:
    wanted = arguments()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    import django  # noqa: PLC0415 -- the settings are known now

    django.setup()
    from django.apps import apps  # noqa: PLC0415 -- after setup
    from rich.console import Console  # noqa: PLC0415 -- after setup

    from plugins.networks.importing.reading import FileRefused  # noqa: PLC0415 -- after setup

    if not apps.is_installed("plugins.networks"):
        return _fail(Console(stderr=True), "The plugin networks is not listed in config/plugins.py.")
    try:
        return run(wanted, Console())
    except (FileRefused, OSError, ValueError) as problem:
        return _fail(Console(stderr=True), str(problem))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.networks.importing", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--user", required=True, help="who is told as the author of the revisions")
    parser.add_argument("--store", action="store_true", help="store, not only try")
    parser.add_argument("--publish", action="store_true", help="publish at once; otherwise drafts")
    parser.add_argument(
        "--column", action="append", default=[], metavar="HEADING=TARGET", help="what a column says"
    )
    return parser.parse_args()


def run(wanted: argparse.Namespace, console: object) -> int:
    """Try or store the file, with a bar; return 1 when a row was refused."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 -- after setup
    from rich.progress import Progress  # noqa: PLC0415 -- after setup

    from plugins.networks.importing.columns import Target, guessed  # noqa: PLC0415 -- after setup
    from plugins.networks.importing.planning import Fate, counts, plans  # noqa: PLC0415 -- after setup
    from plugins.networks.importing.reading import read_table  # noqa: PLC0415 -- after setup
    from plugins.networks.importing.storing import store  # noqa: PLC0415 -- after setup

    users = get_user_model()
    user = users._default_manager.filter(**{users.USERNAME_FIELD: wanted.user}).first()
    if user is None:
        raise ValueError(f"There is no user {wanted.user!r}.")
    table = read_table(wanted.file.read_bytes())
    given = dict(pair.split("=", 1) for pair in wanted.column if "=" in pair)
    if unknown := sorted({*given.values()} - {*Target.values}):
        raise ValueError(f"There is no target {unknown[0]!r}. Known: {', '.join(Target.values)}.")
    mapping = {**guessed(table.header), **given}
    with Progress(transient=True) as progress:
        shown = progress.track(plans(table, mapping, {}), total=len(table.rows), description="Reading")
        all_plans = list(shown)
        if wanted.store:
            store(
                progress.track(all_plans, description="Storing", total=len(all_plans)),
                user=user,
                publish=wanted.publish,
            )
    for plan in all_plans:
        for mistake in plan.facts.mistakes:
            console.print(f"row {plan.row}: {mistake.column}: {mistake.message}", markup=False)  # type: ignore[attr-defined]  # -- rich
        if plan.fate == Fate.ASK:
            console.print(f"row {plan.row}: to be decided in the admin: {plan.name}", markup=False)  # type: ignore[attr-defined]  # -- rich
    console.print(", ".join(f"{fate} {count}" for fate, count in counts(all_plans).items()))  # type: ignore[attr-defined]  # -- rich
    return int(any(plan.facts.mistakes for plan in all_plans))


def _fail(console: object, problem: str) -> int:
    console.print(problem, markup=False)  # type: ignore[attr-defined]  # -- rich
    return 2


if __name__ == "__main__":
    sys.exit(main())
