"""The shape of RFC 6962's tree: which complete subtrees a root or a proof is made of. Arithmetic only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from .hashing import EMPTY_ROOT, node_hash


class Node(NamedTuple):
    """A complete subtree: over the entries from `place` · 2^`level`, 2^`level` of them. Never changes."""

    level: int
    place: int


class Span(NamedTuple):
    """The entries from `start` up to, not including, `end`, as the tree divides them."""

    start: int
    end: int

    def nodes(self) -> Iterator[Node]:
        """Yield the complete subtrees that it consists of, from the left."""
        start = self.start
        while start < self.end:
            level = (self.end - start).bit_length() - 1
            yield Node(level, start >> level)
            start += 1 << level

    def halves(self) -> tuple[Span, Span]:
        """Return the subtrees below: the left one is complete and the larger, unless both are equal."""
        middle = self.start + (1 << (self.end - self.start - 1).bit_length() - 1)
        return Span(self.start, middle), Span(middle, self.end)


def hash_of(span: Span, *, hashes: Mapping[Node, bytes]) -> bytes:
    """Return the hash over a span, from those of its nodes."""
    parts = [hashes[node] for node in span.nodes()]
    return reduce(lambda right, left: node_hash(left, right), reversed(parts)) if parts else EMPTY_ROOT


def completed_by(index: int) -> tuple[Node, ...]:
    """Return the left neighbours that an entry at `index` completes larger subtrees with, from below."""
    levels = (~index & (index + 1)).bit_length() - 1
    return tuple(Node(level, (index >> level) - 1) for level in range(levels))


def inclusion_path(index: int, *, size: int) -> Sequence[Span]:
    """Return the spans that prove an entry, from its neighbour up to the root."""
    around, path = Span(0, size), []
    while around.end - around.start > 1:
        left, right = around.halves()
        around, other = (left, right) if index < right.start else (right, left)
        path.append(other)
    return path[::-1]


def consistency_path(old: int, *, size: int) -> Sequence[Span]:
    """Return the spans that prove that the first `old` entries still begin a log of `size`."""
    if old == 0:  # everything continues an empty log
        return ()
    around, path = Span(0, size), []
    while around.end != old:
        left, right = around.halves()
        around, other = (left, right) if old <= right.start else (right, left)
        path.append(other)
    if around.start:  # else it is the old root itself, which the verifier has
        path.append(around)
    return path[::-1]
