"""What the log needs of whatever keeps it: nodes are added, loaded and never changed."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from .tree import Node


class Conflict(Exception):
    """Somebody else has appended meanwhile. Try again."""


class NodeStore(Protocol):
    """Keeps the hashes of complete subtrees; level 0 holds the leaf hashes."""

    def size(self) -> int:
        """Return the number of entries."""
        ...

    def load(self, nodes: Iterable[Node]) -> Mapping[Node, bytes]:
        """Return the hashes of these nodes, all of them. Raises KeyError if one is missing."""
        ...

    def append(self, nodes: Mapping[Node, bytes], *, index: int) -> None:
        """Add the leaf at `index` and the nodes that it completes, all or none.

        Raises Conflict unless `index` is the size.
        """
        ...


class MemoryStore:
    """Keeps a log in memory: for looking at all of it, for tests, vectors and measurements."""

    def __init__(self, nodes: Mapping[Node, bytes] | None = None, *, size: int = 0) -> None:
        self.nodes: dict[Node, bytes] = dict(nodes or {})
        self._size = size

    def size(self) -> int:
        return self._size

    def load(self, nodes: Iterable[Node]) -> Mapping[Node, bytes]:
        return {node: self.nodes[node] for node in nodes}

    def append(self, nodes: Mapping[Node, bytes], *, index: int) -> None:
        if index != self._size:
            raise Conflict(f"The log has {self._size} entries, so the next is not {index}.")
        self.nodes.update(nodes)
        self._size += 1
