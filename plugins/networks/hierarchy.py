"""Proves that nothing stands above or before itself. Pure; touches no model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from plugins.networks.vocabulary import RelationKind

Thing = TypeVar("Thing", bound=Hashable)

UPWARDS = {
    RelationKind.PART_OF: ("part", False),
    RelationKind.PARENT_OF: ("part", True),
    RelationKind.SUCCESSOR_OF: ("time", False),
    RelationKind.SUCCEEDED_BY: ("time", True),
    RelationKind.MERGED_FROM: ("time", False),
    RelationKind.MERGED_INTO: ("time", True),
}
"""Kinds that must not lead back to where they began: which chain, and whether read the other way round."""

Edge = tuple[Thing, str, Thing]
"""One body, the kind of relation, the other body."""


def cycle_in(edges: Iterable[Edge[Thing]], start: Thing) -> tuple[Thing, ...]:
    """Return the way by which `start` stands above, or before, itself; empty when it does not."""
    chains: dict[str, dict[Thing, set[Thing]]] = defaultdict(lambda: defaultdict(set))
    for one, kind, other in edges:
        if kind in UPWARDS:
            chain, is_inverse = UPWARDS[RelationKind(kind)]
            lower, upper = (other, one) if is_inverse else (one, other)
            chains[chain][lower].add(upper)
    ways = (way_back(above, start) for above in chains.values())
    return next((way for way in ways if way), ())


def way_back(above: dict[Thing, set[Thing]], start: Thing) -> tuple[Thing, ...]:
    """Return the shortest way upwards from `start` to itself, both ends included; empty without one."""
    ways: list[tuple[Thing, ...]] = [(start,)]
    seen: set[Thing] = set()
    for way in ways:  # it grows while it is read
        for upper in above.get(way[-1], ()):
            if upper == start:
                return (*way, start)
            if upper not in seen:
                seen.add(upper)
                ways.append((*way, upper))
    return ()
