"""What an execution can be watched with."""

from __future__ import annotations

from typing import Protocol


class Trace(Protocol):
    """Is told of each resolved field, once for all objects of its level."""

    def resolved(self, coordinates: str, *, objects: int, seconds: float) -> None:
        """Take note of `Type.field`, resolved for so many objects; what is below it is not in the time."""
