"""Where an opinion on a passage of one version is shown in a later one. It never leaves its own version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .matching import Link
from .normal_text import normal_text
from .similarity import ALIKE, words_of
from .vocabulary import Relation

CONTEXT = 32
"""Characters of a text that a quote keeps from before and after it."""
SPEAKS_FOR_ITSELF = 20
"""A passage at least this long is known again without what stood around it."""

_WORD = re.compile(r"\w+")
_STATES_LEFT = (Relation.SAME, Relation.RENUMBERED)


class AnchorState(StrEnum):
    """What has become of the place that an opinion is about."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    EDITED = "edited"
    REMOVED = "removed"


@dataclass(frozen=True)
class Quote:
    """A passage by its words, by what stands around it, and by its offsets in the normal text."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """Return the quote of a passage of a normal text."""
        return cls(
            text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end
        )


@dataclass(frozen=True)
class Anchor:
    """What an opinion is about: a provision, perhaps a passage of it; without a key, the whole draft."""

    provision_key: str | None
    quote: Quote | None = None


@dataclass(frozen=True)
class Place:
    """A provision of the later version; `start` and `end` are None where the passage was not found."""

    provision_key: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Placement:
    """Where an anchor stands in a later version. No places: removed, or about the whole draft."""

    state: AnchorState
    places: tuple[Place, ...] = ()


def re_anchor(anchor: Anchor, *, links: Iterable[Link], texts: Mapping[str, str]) -> Placement:
    """Return where an anchor of the earlier version stands in the later one, whose texts are given by key.

    A passage is looked for in what its provision became: by its words, then by words like them. If it
    is not there, the opinion is shown at the provision. What became of the provision's text decides on
    the state: an opinion on a passage that was kept is read anew, too, where the text around it changed.
    """
    if anchor.provision_key is None:
        return Placement(AnchorState.UNCHANGED)
    onward = [link for link in links if link.earlier == anchor.provision_key and link.later is not None]
    if not onward:
        return Placement(AnchorState.REMOVED)
    keys = [link.later for link in onward if link.later is not None]
    state = _state(onward)
    if anchor.quote is None:
        return Placement(state, tuple(Place(key) for key in keys))
    return _with_quote(anchor.quote, state, keys, texts)


def _state(onward: Sequence[Link]) -> AnchorState:
    relations = {link.relation for link in onward}
    if relations <= set(_STATES_LEFT):
        return AnchorState.UNCHANGED
    return AnchorState.MOVED if relations <= {*_STATES_LEFT, Relation.MOVED} else AnchorState.EDITED


def _with_quote(quote: Quote, state: AnchorState, keys: Sequence[str], texts: Mapping[str, str]) -> Placement:
    for find in (find_exactly, find_alike):
        found = [(key, span) for key in keys if (span := find(quote, texts.get(key, "")))]
        if found:
            key, (start, end, _score) = max(found, key=lambda each: each[1][2])
            return Placement(state if find is find_exactly else AnchorState.EDITED, (Place(key, start, end),))
    return Placement(AnchorState.EDITED, tuple(Place(key) for key in keys))


Span = tuple[int, int, float]


def find_exactly(quote: Quote, text: str) -> Span | None:
    """Return start, end and how well the surroundings agree; None where the words are not, or not these.

    Of several occurrences the one with the same surroundings counts, then the nearest. A short passage
    without any of its surroundings may be another one with the same words.
    """
    exact = normal_text(quote.exact)
    starts = [found.start() for found in re.finditer(f"(?={re.escape(exact)})", text)] if exact else []
    if not starts:
        return None
    best = max(
        starts, key=lambda start: (_agreement(quote, text, start, len(exact)), -abs(start - quote.start))
    )
    agreement = _agreement(quote, text, best, len(exact))
    if agreement == 0 and len(exact) < SPEAKS_FOR_ITSELF and (quote.prefix or quote.suffix):
        return None
    return best, best + len(exact), agreement


def _agreement(quote: Quote, text: str, start: int, length: int) -> float:
    """Return how many characters before and after are those of the quote; all of an empty side agree."""
    before = text[max(0, start - CONTEXT) : start]
    after = text[start + length : start + length + CONTEXT]
    return _common_end(quote.prefix, before) + _common_end(quote.suffix[::-1], after[::-1])


def _common_end(one: str, other: str) -> float:
    if not one and not other:
        return CONTEXT
    same = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        same += 1
    return same if one[len(one) - same :].strip() else 0


def find_alike(quote: Quote, text: str) -> Span | None:
    """Return the stretch of words that holds most of the quote, and how much; None below ALIKE.

    Of stretches that hold as much, the shortest counts: that in which least was put in.
    """
    wanted = words_of(quote.exact)
    spans = [found.span() for found in _WORD.finditer(text)]
    words = ["".join(words_of(text[start:end])) for start, end in spans]
    if len(wanted) < 2:
        return None
    rated = (
        (*rating, first, first + size - 1)
        for size in range(max(1, len(wanted) * 3 // 4), len(wanted) * 2 + 1)
        for first in range(len(words) - size + 1)
        if (rating := _rating(wanted, words[first : first + size]))
    )
    best = max(rated, default=None)
    return (spans[best[2]][0], spans[best[3]][1], best[0]) if best else None


def _rating(wanted: Sequence[str], window: Sequence[str]) -> tuple[float, float] | None:
    """Return how much of what is wanted the window holds in order, and how alike they are on the whole."""
    if 2 * len(set(window) & set(wanted)) < ALIKE * len(set(wanted)):
        return None
    matcher = SequenceMatcher(None, wanted, window, autojunk=False)
    likeness = matcher.ratio()
    held = likeness * (len(wanted) + len(window)) / 2 / len(wanted)
    return (round(held, 6), likeness) if likeness >= ALIKE else None
