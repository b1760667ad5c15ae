"""What a check is and what it finds. Every finding names the plugin, the thing and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cms.testing.conformance.subject import Subject

Needs = Literal["nothing", "database", "content"]
"""What has to be there: nothing, a database with every migration, or the demonstration site in it."""


@dataclass(frozen=True)
class Finding:
    """A promise that is not kept: by which plugin, where, what is wrong, and what to do about it."""

    plugin: str
    item: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"Plugin {self.plugin}, {self.item}: {self.problem} {self.remedy}"


class NotApplicable(Exception):
    """The plugin has nothing that the check could look at. The message says what is missing."""


@dataclass(frozen=True)
class Check:
    """One promise. `run` yields what is wrong, or raises NotApplicable."""

    name: str
    proves: str
    run: Callable[[Subject], Iterable[Finding]]
    needs: Needs = "nothing"


@dataclass(frozen=True)
class Outcome:
    """How a check ended. `missing` says why it does not apply; empty when it does."""

    check: Check
    findings: tuple[Finding, ...] = ()
    missing: str = ""

    @property
    def status(self) -> Literal["kept", "broken", "not applicable"]:
        if self.missing:
            return "not applicable"
        return "broken" if self.findings else "kept"


def outcome(check: Check, subject: Subject) -> Outcome:
    """Run a check. A check that fails itself is a finding: what it met is not what a plugin may be."""
    try:
        return Outcome(check, tuple(check.run(subject)))
    except NotApplicable as reason:
        return Outcome(check, missing=str(reason))
    except Exception as error:
        problem = f"it could not be checked: {type(error).__name__}: {error}."
        return Outcome(check, (subject.finding(check.name, problem, "Correct what the message names."),))
