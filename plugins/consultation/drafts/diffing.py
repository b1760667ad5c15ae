"""What changed between two texts, word by word; touches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What happened to a passage."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Passage:
    """A run of text that was kept, removed or added."""

    change: Change
    text: str


def word_diff(earlier: str, later: str) -> tuple[Passage, ...]:
    """Return the passages in order, what was removed before what was added in its place.

    What is kept and removed makes up the earlier text, what is kept and added the later one, letter by
    letter. Words differ when a letter or its case does: I and ı are not the same word.
    """
    if earlier == later:
        return (Passage(Change.KEPT, later),) if later else ()
    return tuple(_joined(_passages(_TOKEN.findall(earlier), _TOKEN.findall(later))))


def _passages(earlier: list[str], later: list[str]) -> Iterator[Passage]:
    for _tag, i1, i2, j1, j2 in SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes():
        old, new = "".join(earlier[i1:i2]), "".join(later[j1:j2])
        if old == new:
            yield Passage(Change.KEPT, new)
            continue
        if old:
            yield Passage(Change.REMOVED, old)
        if new:
            yield Passage(Change.ADDED, new)


def _joined(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Yield changes in runs: a single space that was kept between two changes belongs to both."""
    removed = added = ""
    for passage in passages:
        if passage.change is Change.REMOVED:
            removed += passage.text
        elif passage.change is Change.ADDED:
            added += passage.text
        elif passage.text.isspace() and removed and added:
            removed, added = removed + passage.text, added + passage.text
        else:
            yield from _told(removed, added)
            removed = added = ""
            yield passage
    yield from _told(removed, added)


def _told(removed: str, added: str) -> Iterator[Passage]:
    if removed:
        yield Passage(Change.REMOVED, removed)
    if added:
        yield Passage(Change.ADDED, added)
