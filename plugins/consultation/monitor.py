"""Recomputes the whole record and names what was altered behind its back.

    python -m plugins.consultation.monitor [heads.json]

Run it where the site runs, with the same environment (DJANGO_SETTINGS_MODULE among it). It prints a line for
each finding and ends with exit code 1 if there is one, else 0. `heads.json` is a copy of the published heads
that was kept elsewhere: with it, also a record that was rewritten from end to end is found out. The job
`consultation.monitor` does the same every day, without a copy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

__all__ = ["Found", "findings", "main", "watch"]


@dataclass(frozen=True)
class Found:
    """Something that is not as it was recorded: in which table, which row, and what is wrong with it."""

    table: str
    row: str
    fault: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.fault}"


def findings(kept_heads: Iterable[Any] = ()) -> Iterator[Found]:  # Any: documents of heads
    """Yield everything that is wrong, in all tables of the record."""
    from .submissions import auditing  # noqa: PLC0415 -- this module is also a program

    yield from (Found(*found) for found in auditing.all_findings(kept_heads))


def watch(now: datetime) -> str:
    """Look at the whole record, as a job. Raises Tampered, which then stands among the problems."""
    found = list(findings())
    if found:
        raise Tampered(
            f"{len(found)} findings. Run python -m plugins.consultation.monitor for all: {found[0]}"
        )
    return "the record is whole"


class Tampered(Exception):
    """The record is not what it was."""


def main(arguments: Sequence[str]) -> int:
    """Print the findings; return the exit code."""
    kept = json.loads(Path(arguments[0]).read_text())["heads"] if arguments else []
    found = list(findings(each["head"] for each in kept))
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{len(found)} findings\n" if found else "The record is whole.\n")
    return 1 if found else 0


if __name__ == "__main__":
    import django

    django.setup()
    sys.exit(main(sys.argv[1:]))
