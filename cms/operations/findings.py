"""What an upgrade does to whom, as values: one finding for each thing that somebody should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from cms.operations.consumers import Consumer


class Verdict(StrEnum):
    """What follows from a finding, the worst first."""

    BREAKS = "breaks"
    UNUSED = "breaks nobody"
    DEPRECATED = "deprecated"
    DANGEROUS = "dangerous"
    SAFE = "safe"


TITLES = {
    Verdict.BREAKS: "Breaks what is in use",
    Verdict.UNUSED: "Breaks nothing that is registered",
    Verdict.DEPRECATED: "Works, but goes away: warn these",
    Verdict.DANGEROUS: "Works, but may surprise these",
}


@dataclass(frozen=True, order=True)
class Use:
    """A registered operation that is concerned, and whom to ask about it."""

    consumer: str
    version: str
    contact: str
    operation: str

    def __str__(self) -> str:
        return f"{self.consumer} {self.version} ({self.contact}), operation {self.operation}"


@dataclass(frozen=True)
class Finding:
    """One thing about one part of the contract."""

    verdict: Verdict
    code: str
    coordinate: str
    """A schema coordinate, such as "Query.route"; the label, where all of a plugin is meant."""
    owner: str
    message: str
    uses: tuple[Use, ...] = ()
    remedy: str = ""

    def as_json(self) -> dict[str, Any]:  # Any: JSON
        return asdict(self)


def use_of(consumer: Consumer, operation: str) -> Use:
    """Return an operation of a consumer as findings name it."""
    return Use(consumer.name, consumer.version, consumer.contact, operation)


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield what a person reads: grouped by verdict; a change that concerns nobody is only counted."""
    told = tuple(findings)
    for verdict, title in TITLES.items():
        shown = [
            item for item in told if item.verdict is verdict and (item.uses or verdict is Verdict.UNUSED)
        ]
        if shown:
            yield f"{title}:"
        for item in shown:
            yield f"  {item.coordinate} (owner: {item.owner}): {item.message}"
            yield from (f"    used by {use}" for use in item.uses)
            if item.remedy:
                yield f"    → {item.remedy}"
    counted = {verdict: sum(item.verdict is verdict for item in told) for verdict in Verdict}
    yield "Upgrade: " + ", ".join(f"{count} {verdict}" for verdict, count in counted.items()) + "."
