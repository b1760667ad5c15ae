"""The objects of one level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .kinds import kinds_of
from .places import Places


class Objects:
    """Objects that are answered together, with their types and where they stand."""

    __slots__ = ("items", "kinds", "places")

    def __init__(self, items: list[Any], places: Places) -> None:
        self.items = items
        self.places = places
        self.kinds = kinds_of(items)

    def some(self, numbers: Sequence[int]) -> Objects:
        """Return the objects with these numbers."""
        return Objects([self.items[number] for number in numbers], self.places.some(numbers))
