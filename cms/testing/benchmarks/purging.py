"""How many answers an edit drops in vain: python -m cms.testing.benchmarks.purging"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from cms.testing.edits import Outcome


def main(*, seeds: int = 4, rounds: int = 2) -> None:
    """Make every kind of edit several times on small sites, and print what it drops of their answers."""
    django.setup()
    from django.test.utils import (  # noqa: PLC0415 -- app loading
        setup_databases,
        teardown_databases,
    )

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        report(measured(seeds=seeds, rounds=rounds))
    finally:
        teardown_databases(databases, verbosity=0)


def measured(*, seeds: int, rounds: int) -> list[Outcome]:
    from django.db import transaction  # noqa: PLC0415 -- app loading

    from cms.testing.edits import EDITS, outcome_of, small_world  # noqa: PLC0415 -- app loading

    outcomes: list[Outcome] = []
    for seed in range(seeds):
        with transaction.atomic():
            world = small_world(seed)
            outcomes += [outcome_of(world, edit) for edit in EDITS * rounds]
            transaction.set_rollback(True)
    return outcomes


def report(outcomes: Sequence[Outcome]) -> None:
    by_edit: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_edit[outcome.edit].append(outcome)
    print(f"{'edit':20} {'answers':>8} {'dropped':>8} {'in vain':>8} {'stale':>6}")
    for edit, own in [*sorted(by_edit.items()), ("all", list(outcomes))]:
        answers, dropped, vain = (sum(getattr(o, n) for o in own) for n in ("answers", "dropped", "in_vain"))
        stale = sum(len(outcome.stale) for outcome in own)
        print(f"{edit:20} {answers:8} {dropped / answers:8.1%} {vain / answers:8.1%} {stale:6}")


if __name__ == "__main__":
    main()
