"""What would become of a table, row by row, without storing anything: the dry run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.networks.importing.columns import Target, cells
from plugins.networks.importing.matching import Candidate, Known, Likeness, known
from plugins.networks.importing.reading import FIRST_ROW, Table
from plugins.networks.importing.rows import Facts, Mistake, facts_of
from plugins.networks.models import Concept

NEW, SKIP = "new", "skip"
Decisions = Mapping[int, str]
"""Row → the primary key of the record it means, `new`, or `skip`."""


class Fate(TextChoices):
    """What becomes of a row."""

    CREATE = "create", gettext_lazy("New record")
    UPDATE = "update", gettext_lazy("Change of a record")
    ASK = "ask", gettext_lazy("To be decided")
    SKIP = "skip", pgettext_lazy("import", "Left out")
    REFUSE = "refuse", gettext_lazy("Refused")


@dataclass
class Plan:
    """A row with what it says and what becomes of it. `target` is the record to change."""

    row: int
    facts: Facts
    fate: Fate
    target: int | None = None
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.facts.names[0].text if self.facts.names else self.facts.key


def plans(table: Table, mapping: Mapping[str, str], decisions: Decisions) -> Iterator[Plan]:
    """Yield the plan of every row, at a constant number of queries for all of them."""
    there = known()
    concepts = {f"{concept.scheme}/{concept.key}": concept for concept in Concept.objects.all()}
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(table.rows, start=FIRST_ROW):
        if not any(row):
            continue
        facts = facts_of(cells(table.header, row, mapping), concepts)
        if len(row) > len(table.header):
            facts.mistakes.append(Mistake("", _("The row has more cells than the first row.")))
        _refuse_repeated(facts, number, seen)
        yield _plan(number, facts, there, decisions.get(number))


def counts(all_plans: Iterable[Plan]) -> dict[str, int]:
    """Return how many rows have each fate, in the order of fates."""
    tally = dict.fromkeys(Fate.values, 0)
    for plan in all_plans:
        tally[plan.fate] += 1
    return tally


def _plan(number: int, facts: Facts, there: Known, decision: str | None) -> Plan:
    definite = _meant(facts, there)
    if definite is None and not facts.names and not facts.mistakes:
        facts.mistakes.append(Mistake(Target.NAME_TR, _("The row has no name.")))
    if facts.mistakes:
        return Plan(number, facts, Fate.REFUSE)
    if definite is not None:
        return Plan(number, facts, Fate.UPDATE, definite)
    candidates = _candidates(facts, there)
    fate, target = _decided(decision, candidates)
    return Plan(number, facts, fate, target, candidates)


def _decided(decision: str | None, candidates: Sequence[Candidate]) -> tuple[Fate, int | None]:
    """Return what becomes of a row that may mean these records, and which of them is changed."""
    if decision == SKIP:
        return Fate.SKIP, None
    if not candidates:
        return Fate.CREATE, None
    chosen = [one.pk for one in candidates if str(one.pk) == decision]
    if chosen:
        return Fate.UPDATE, chosen[0]
    # An identifier belongs to one body: a new record cannot have it, too.
    is_new = decision == NEW and candidates[0].reason != Likeness.IDENTIFIER
    return (Fate.CREATE if is_new else Fate.ASK), None


def _meant(facts: Facts, there: Known) -> int | None:
    """Return the record that the row names outright: by its key in the other directory, or by ours."""
    external = [(one.scheme, one.value) for one in facts.identifiers if one.scheme == Target.EXTERNAL]
    for one in external:
        if one in there.identifiers:
            return there.identifiers[one]
    return there.keys.get(facts.key) if facts.is_key_given else None


def _candidates(facts: Facts, there: Known) -> list[Candidate]:
    found = there.candidates(
        identifiers=[(one.scheme, one.value) for one in facts.identifiers],
        urls=[link.url for link in facts.links],
        names=[name.text for name in facts.names],
    )
    if facts.key in there.keys and there.keys[facts.key] not in {one.pk for one in found}:
        return [Candidate(there.keys[facts.key], Likeness.NAME), *found]
    return found


def _refuse_repeated(facts: Facts, number: int, seen: dict[tuple[str, str], int]) -> None:
    """Refuse a row that has a key or an identifier of an earlier row: one of the two is wrong."""
    marks: Sequence[tuple[str, str]] = [
        *((one.scheme, one.value) for one in facts.identifiers),
        *([(str(Target.KEY), facts.key)] if facts.key else []),
    ]
    for mark in marks:
        first = seen.setdefault(mark, number)
        if first != number:
            message = _("Row %(row)d has it already. Keep one of the two.")
            facts.mistakes.append(Mistake(mark[0], message % {"row": first}))
