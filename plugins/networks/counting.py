"""How many entries each choice of a list would show. Pure; works on sets of primary keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

from plugins.networks.facets import words_for

Wanted = Mapping[str, tuple[str, ...]]
"""Facet → the values of which an entry must have one. Entries must satisfy every facet."""

Counts = dict[str, dict[str, int]]
"""Facet → value → number of entries. Values that no entry has are left out."""

Sets = Mapping[str, BitMap]
"""Word of a facet → the entries that have it."""


def words_wanted(wanted: Wanted) -> list[str]:
    return [word for key, values in wanted.items() for word in words_for(key, values)]


def fitting(base: BitMap | None, wanted: Wanted, sets: Sets) -> BitMap:
    """Return those of the entries, or of all if None, that have one of the wanted values in every facet."""
    having = [_having(key, values, sets) for key, values in wanted.items()]
    return _meeting(base, having) if base is not None else BitMap.intersection(*having)


def counted(base: BitMap, wanted: Wanted, sets: Sets) -> Counts:
    """Return the counts of every facet among the entries that satisfy all the *other* facets.

    So a reader sees what another choice in the same facet would bring.
    """
    having = {key: _having(key, values, sets) for key, values in wanted.items()}
    among = {
        key: _meeting(base, (others for other, others in having.items() if other != key)) for key in wanted
    }
    rest = _meeting(base, having.values())
    counts: Counts = defaultdict(dict)
    for word, members in sets.items():
        key, _, value = word.partition("=")
        if count := members.intersection_cardinality(among.get(key, rest)):
            counts[key][value] = count
    return dict(counts)


def _having(key: str, values: Iterable[str], sets: Sets) -> BitMap:
    return BitMap.union(BitMap(), *(sets.get(word, BitMap()) for word in words_for(key, values)))


def _meeting(base: BitMap, others: Iterable[BitMap]) -> BitMap:
    return BitMap.intersection(base, *others)
