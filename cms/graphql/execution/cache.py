"""A cache that forgets what was not used for longest, bounded by weight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Counts:
    """How a cache did so far: what it found, what it had to make, and what it holds now."""

    hits: int
    misses: int
    held: int
    weight: int


class BoundedCache(Generic[Value]):
    """Values by key, together no heavier than `capacity`. One heavier than `heaviest` is not kept."""

    def __init__(self, *, capacity: int, heaviest: int) -> None:
        self.capacity = capacity
        self.heaviest = heaviest
        self._entries: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._lock = Lock()
        self._hits = self._misses = self._weight = 0

    def get(self, key: Hashable, *, weight: int, make: Callable[[], Value]) -> Value:
        """Return the value of a key; made, outside the lock, when it is not there."""
        with self._lock:
            entry = self._entries.get(key)
            if entry:
                self._hits += 1
                self._entries.move_to_end(key)
                return entry[0]
            self._misses += 1
        value = make()
        if weight <= self.heaviest:
            self._keep(key, value, weight)
        return value

    def counts(self) -> Counts:
        with self._lock:
            return Counts(self._hits, self._misses, len(self._entries), self._weight)

    def _keep(self, key: Hashable, value: Value, weight: int) -> None:
        with self._lock:
            if key in self._entries:  # another thread made it meanwhile
                return
            self._entries[key] = (value, weight)
            self._weight += weight
            while self._weight > self.capacity:
                _, (_, forgotten) = self._entries.popitem(last=False)
                self._weight -= forgotten
