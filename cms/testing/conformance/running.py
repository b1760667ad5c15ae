"""Runs every check on plugins of this process, in a scratch installation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from django.db import transaction

from cms.testing.conformance.checks import CHECKS
from cms.testing.conformance.findings import Check, Outcome, outcome
from cms.testing.conformance.scratch import scratch_installation
from cms.testing.conformance.subject import Subject
from cms.testing.demo import seeded_demo
from cms.testing.factories import make_site


@dataclass(frozen=True)
class Scorecard:
    """How a plugin keeps its promises."""

    label: str
    version: str
    outcomes: tuple[Outcome, ...]

    @property
    def is_clean(self) -> bool:
        return not any(outcome.findings for outcome in self.outcomes)


def scorecards(
    labels: Sequence[str], *, told: Callable[[str], None] = lambda _: None
) -> tuple[Scorecard, ...]:
    """Return the scorecard of each plugin. Writes to no database and no folder of this installation.

    Raises LookupError for a plugin that does not run here. `told` is called with what is done now.
    """
    subjects = [Subject.installed(label) for label in labels]
    told("scratch database")
    with scratch_installation():
        if any(subject.needs_demo for subject in subjects):
            told("demonstration site")
        with content(subjects):
            return tuple(scorecard(subject, told) for subject in subjects)


def scorecard(subject: Subject, told: Callable[[str], None]) -> Scorecard:
    outcomes = []
    for check in CHECKS:
        told(f"{subject.label}: {check.name}")
        with undone(check):
            outcomes.append(outcome(check, subject))
    return Scorecard(subject.label, subject.plugin.version, tuple(outcomes))


def content(subjects: Sequence[Subject]) -> AbstractContextManager[None]:
    """Have the demonstration site where a plugin's own steps add to it, else an empty one."""
    return seeded_demo() if any(subject.needs_demo for subject in subjects) else empty_site()


@contextmanager
def empty_site() -> Iterator[None]:
    with transaction.atomic():
        make_site()
        yield
        transaction.set_rollback(True)


def undone(check: Check) -> AbstractContextManager[object]:
    return nullcontext() if check.needs == "nothing" else rolled_back()


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
