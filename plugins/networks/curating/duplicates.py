"""Which records may be one body: by domain, by name, and by names that differ by a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from plugins.networks.importing.matching import Known, Likeness, known

ALIKE = 0.9  # of 1: how alike two folded names are that may be one
RARE = 20  # names that share a word with more others than that say nothing by it
MOST = 200


@dataclass(frozen=True)
class Pair:
    """Two records that may be one, and why."""

    first: int
    second: int
    reason: Likeness


def pairs() -> list[Pair]:
    """Return pairs of records, each once under its strongest reason, in a constant number of queries."""
    there = known()
    found: dict[tuple[int, int], Likeness] = {}
    for reason, groups in (
        (Likeness.DOMAIN, there.domains.values()),
        (Likeness.NAME, there.names.values()),
        (Likeness.SIMILAR, similar_names(there)),
    ):
        for group in groups:
            for first, second in combinations(sorted(group), 2):
                found.setdefault((first, second), reason)
    return [Pair(*pair, reason) for pair, reason in list(found.items())[:MOST]]


def similar_names(there: Known) -> Iterator[set[int]]:
    """Yield the records of two names that share a rare word and are nearly the same."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in there.names:
        for word in set(name.split()):
            by_word[word].append(name)
    for names in by_word.values():
        if len(names) <= RARE:
            yield from (there.names[one] | there.names[other] for one, other in _alike(names))


def _alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(names, 2):
        matcher = SequenceMatcher(None, one, other)
        if matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            yield one, other
