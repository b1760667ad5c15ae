"""The relations of a record as places in a picture: the record in the middle, neighbours around it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

WIDTH, HEIGHT, MARGIN = 900, 560, 150
MOST = 24


@dataclass(frozen=True)
class Neighbour:
    """A body at the other end of a relation, where it stands in the picture."""

    relation: str
    name: str
    address: str
    x: int
    y: int


def arranged(relations: Sequence[tuple[str, str, str]]) -> list[Neighbour]:
    """Return (relation, name, address) at even distances on an ellipse; at most 24 can be read."""
    shown = relations[:MOST]
    return [
        Neighbour(*relation, *_place(2 * pi * number / max(1, len(shown)) - pi / 2))
        for number, relation in enumerate(shown)
    ]


def _place(angle: float) -> tuple[int, int]:
    x = WIDTH / 2 + (WIDTH / 2 - MARGIN) * cos(angle)
    return round(x), round(HEIGHT / 2 + (HEIGHT / 2 - 40) * sin(angle))
