"""Finds what was altered behind the log's back, and names where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .hashing import node_hash
from .heads import SignedHead
from .records import Record
from .storage import NodeStore
from .tree import Node, Span, hash_of


class Fault(StrEnum):
    """What is wrong with a row."""

    ALTERED = "altered"  # its text or its salt is not what was recorded
    DELETED = "deleted"  # there is a leaf and no row
    EMPTIED = "emptied"  # text or salt is gone, and nobody says that it was withdrawn
    NOT_ERASED = "not_erased"  # withdrawn, and text or salt is still there
    UNRECORDED = "unrecorded"  # there is a row and no leaf
    REPEATED = "repeated"  # a second row for one leaf


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong at an index of the log."""

    index: int
    fault: Fault


def row_findings(records: Iterable[Record], *, leaves: Sequence[bytes]) -> tuple[Finding, ...]:
    """Return what is wrong with the rows, given the stored leaf hashes; in the order of the log."""
    found, seen = set(), set()
    for record in records:
        if record.index in seen:
            found.add(Finding(record.index, Fault.REPEATED))
        seen.add(record.index)
        fault = _fault(record, leaves)
        if fault:
            found.add(Finding(record.index, fault))
    found.update(Finding(index, Fault.DELETED) for index in range(len(leaves)) if index not in seen)
    return tuple(sorted(found))


def altered_nodes(store: NodeStore) -> tuple[Node, ...]:
    """Return the stored nodes that are not the hash of the two below, from the leaves upwards.

    An altered leaf shows at level 1: one of the two leaves below the first such node is not what it was.
    """
    size = store.size()
    return tuple(node for node in _inner(size) if not _is_whole(node, store))


def is_head_of(head: SignedHead, *, store: NodeStore) -> bool:
    """Whether the stored log still leads to a head that was once signed."""
    if head.size > store.size():
        return False
    span = Span(0, head.size)
    return hash_of(span, hashes=store.load(span.nodes())) == head.root


def _fault(record: Record, leaves: Sequence[bytes]) -> Fault | None:
    if not 0 <= record.index < len(leaves):
        return Fault.UNRECORDED
    if record.withdrawn_at is not None:
        return None if (record.content, record.salt) == (None, None) else Fault.NOT_ERASED
    if record.content is None or record.salt is None:
        return Fault.EMPTIED
    return None if record.leaf == leaves[record.index] else Fault.ALTERED


def _inner(size: int) -> Iterator[Node]:
    for level in range(1, size.bit_length()):
        yield from (Node(level, index) for index in range(size >> level))


def _is_whole(node: Node, store: NodeStore) -> bool:
    left, right = Node(node.level - 1, 2 * node.place), Node(node.level - 1, 2 * node.place + 1)
    hashes: Mapping[Node, bytes] = store.load((node, left, right))
    return hashes[node] == node_hash(hashes[left], hashes[right])
