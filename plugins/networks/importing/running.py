"""An import from its confirmation to its last row. What was shown is what is stored."""

from __future__ import annotations

from django.db import transaction

from plugins.networks.importing.columns import cells
from plugins.networks.importing.planning import Fate, Plan, plans
from plugins.networks.importing.reading import FIRST_ROW, Table, read_table
from plugins.networks.importing.rows import facts_of
from plugins.networks.importing.storing import store
from plugins.networks.models import Concept, ImportRun
from plugins.networks.vocabulary import ImportState

PORTION = 50
"""Rows of one request."""


def table_of(run: ImportRun) -> Table:
    return read_table(bytes(run.content))


def planned(run: ImportRun) -> list[Plan]:
    """Return what would become of every row, by the decisions made so far."""
    decisions = {int(row): decision for row, decision in run.decisions.items()}
    return list(plans(table_of(run), run.mapping, decisions))


def begin(run: ImportRun) -> None:
    """Settle what becomes of every row. Rows without a decision are left out and told in the report."""
    all_plans = planned(run)
    to_store = [plan for plan in all_plans if plan.fate in (Fate.CREATE, Fate.UPDATE)]
    run.planned = [[plan.row, plan.fate.value, plan.target] for plan in to_store]
    run.refused = [
        [plan.row, mistake.column, mistake.message] for plan in all_plans for mistake in plan.facts.mistakes
    ]
    run.state, run.done = ImportState.RUNNING, 0
    run.save()


@transaction.atomic
def go_on(run_id: int) -> ImportRun:
    """Store the next rows; of two calls at once, one waits for the other."""
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    if run.state != ImportState.RUNNING:
        return run
    portion = _portion(run)
    for plan in store(portion, user=run.user, publish=run.publish):
        run.refused += [[plan.row, mistake.column, mistake.message] for mistake in plan.facts.mistakes]
    run.done += len(portion)
    if run.done >= len(run.planned):
        run.state, run.content = ImportState.DONE, b""
    run.save()
    return run


def _portion(run: ImportRun) -> list[Plan]:
    rows = run.planned[run.done : run.done + PORTION]
    table = table_of(run)
    concepts = {f"{concept.scheme}/{concept.key}": concept for concept in Concept.objects.all()}
    return [
        Plan(
            row,
            facts_of(cells(table.header, table.rows[row - FIRST_ROW], run.mapping), concepts),
            Fate(fate),
            target,
        )
        for row, fate, target in rows
    ]
