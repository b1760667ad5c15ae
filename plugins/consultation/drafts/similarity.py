"""How alike two texts are, as shares of their words; touches nothing."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from cms.api import fold

ALIKE = 0.6
"""From here on two texts are taken for versions of one."""

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words, folded: casing is that of Turkish, and I, İ, ı, i are one letter."""
    return tuple(_WORD.findall(fold(text, language="tr")))


def likeness(one: str, other: str) -> float:
    """Return 2 × common words in order ÷ all words: 1.0 for the same words, 0.0 for none in common."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if 2 * _common(first, second) / (len(first) + len(second)) < ALIKE:
        return 0.0  # no order of these words would do
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def share_within(part: str, whole: str) -> float:
    """Return how much of a text stands in another, in order: 1.0 when all of its words do."""
    first, second = words_of(part), words_of(whole)
    if not first or not second:
        return 0.0
    if _common(first, second) / len(first) < ALIKE:
        return 0.0
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(first)


def _common(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    return (Counter(first) & Counter(second)).total()
