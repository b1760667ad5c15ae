"""How many entries each choice of a list would show. Pure; works on lines of facets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from plugins.networks.facets import words_for

Wanted = Mapping[str, tuple[str, ...]]
"""Facet → the values of which an entry must have one. Entries must satisfy every facet."""

Counts = dict[str, dict[str, int]]
"""Facet → value → number of entries. Values that no entry has are left out."""


def counted(lines: Iterable[str], wanted: Wanted) -> Counts:
    """Return the counts of every facet among the entries that satisfy all the *other* facets.

    So a reader sees what another choice in the same facet would bring.
    """
    asked = [(key, _has_one_of(words_for(key, values))) for key, values in wanted.items()]
    fitting: list[str] = []
    nearly: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        missed = [key for key, holds in asked if not holds(line)]
        if not missed:
            fitting.append(line)
        elif len(missed) == 1:
            nearly[missed[0]].append(line)
    return _by_facet(fitting, nearly)


def _has_one_of(words: Iterable[str]) -> Callable[[str], object]:
    """Return a test of lines; a regular expression is several times faster here than a loop."""
    return re.compile("|".join(map(re.escape, words)) or r"(?!)").search


def _by_facet(fitting: list[str], nearly: Mapping[str, list[str]]) -> Counts:
    counts: Counts = defaultdict(dict)
    words = Counter(" ".join(fitting).split())
    for key, lines in nearly.items():
        own = f"{key}="
        words.update(word for word in " ".join(lines).split() if word.startswith(own))
    for word, count in words.items():
        key, _, value = word.partition("=")
        counts[key][value] = count
    return dict(counts)
