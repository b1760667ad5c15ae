"""Whether a proof holds, after RFC 9162, sections 2.1.3.2 and 2.1.4.2; needs no log.

The sizes must come from signed heads: for some sizes the same path proves the same entry.
"""

from collections.abc import Sequence

from .hashing import EMPTY_ROOT, node_hash


def includes(leaf: bytes, *, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash stands at `index` of the log of `size` entries with this root."""
    if not 0 <= index < size:
        return False
    position, last, found = index, size - 1, leaf
    for other in path:
        if last == 0:
            return False
        if _is_right(position, last):
            found = node_hash(other, found)
            position, last = _climbed(position, last)
        else:
            found = node_hash(found, other)
        position, last = position >> 1, last >> 1
    return last == 0 and found == root


def continues(*, old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the log of `size` entries begins with the log of `old` entries."""
    if old == 0:
        return size >= 0 and old_root == EMPTY_ROOT and not path and (size > 0 or root == EMPTY_ROOT)
    if old == size:
        return not path and old_root == root
    if not 0 < old < size or not path:
        return False
    # A complete old tree is a node of the new one, and its hash is not repeated in the path.
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    return _both_roots(steps, position=old - 1, last=size - 1) == (old_root, root)


def _both_roots(steps: Sequence[bytes], *, position: int, last: int) -> tuple[bytes, bytes] | None:
    """Return the roots of the old and of the new log that the steps lead to, or None if they do not fit."""
    while position & 1:
        position, last = position >> 1, last >> 1
    before = after = steps[0]
    for other in steps[1:]:
        if last == 0:
            return None
        if _is_right(position, last):
            before, after = node_hash(other, before), node_hash(other, after)
            position, last = _climbed(position, last)
        else:
            after = node_hash(after, other)
        position, last = position >> 1, last >> 1
    return (before, after) if last == 0 else None


def _is_right(position: int, last: int) -> bool:
    return bool(position & 1) or position == last


def _climbed(position: int, last: int) -> tuple[int, int]:
    """Skip the levels at which the last subtree has no neighbour."""
    while position and not position & 1:
        position, last = position >> 1, last >> 1
    return position, last
