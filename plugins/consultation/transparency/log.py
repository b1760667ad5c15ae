"""The append-only log: entries go in, roots and proofs come out, each at the cost of O(log n) hashes."""

from collections.abc import Sequence

from .hashing import leaf_hash, node_hash
from .storage import NodeStore
from .tree import Node, Span, completed_by, consistency_path, hash_of, inclusion_path

Path = tuple[bytes, ...]
"""The hashes of a proof, in the order in which a verifier takes them."""


class Log:
    """A Merkle tree after RFC 6962 over a store. Two writers are told apart by the store."""

    def __init__(self, store: NodeStore) -> None:
        self._store = store

    @property
    def size(self) -> int:
        """The number of entries."""
        return self._store.size()

    def append(self, entry: bytes) -> int:
        """Add an entry and return its index. Raises Conflict if another writer was first."""
        index = self.size
        neighbours = completed_by(index)
        known = self._store.load(neighbours)
        current = leaf_hash(entry)
        added = {Node(0, index): current}
        for left in neighbours:
            current = node_hash(known[left], current)
            added[Node(left.level + 1, left.place >> 1)] = current
        self._store.append(added, index=index)
        return index

    def root(self, *, size: int | None = None) -> bytes:
        """Return the root over the first `size` entries, or over all. IndexError if there are fewer."""
        return self._hashes([Span(0, self._checked(size))])[0]

    def inclusion_proof(self, index: int, *, size: int | None = None) -> Path:
        """Return the path from an entry to the root at a size. Raises IndexError if it is not among them."""
        size = self._checked(size)
        if not 0 <= index < size:
            raise IndexError(f"There is no entry {index} among the first {size}.")
        return self._hashes(inclusion_path(index, size=size))

    def consistency_proof(self, old: int, *, size: int | None = None) -> Path:
        """Return the proof that the log of `size` continues the log of `old` entries."""
        size = self._checked(size)
        if not 0 <= old <= size:
            raise IndexError(f"A log of {size} entries does not continue one of {old}.")
        return self._hashes(consistency_path(old, size=size))

    def _checked(self, size: int | None) -> int:
        actual = self.size
        if size is not None and not 0 <= size <= actual:
            raise IndexError(f"The log has {actual} entries, not {size}.")
        return actual if size is None else size

    def _hashes(self, spans: Sequence[Span]) -> Path:
        hashes = self._store.load([node for span in spans for node in span.nodes()])
        return tuple(hash_of(span, hashes=hashes) for span in spans)
