"""Finds texts that say the same in nearly the same words: a campaign is one voice that came many times.

MinHash over shingles of three words with locality-sensitive banding (Broder 1997; Indyk and Motwani
1998), in the one-permutation form of Li, Owen and Zhang (2012): one hash for each shingle. What falls into
one band is compared exactly, so that no pair below the threshold is ever joined by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from hashlib import blake2b
from typing import TypeVar

from cms.api import fold

Key = TypeVar("Key", bound=Hashable)
Shingles = frozenset[int]

WORDS, BINS, ROWS = 3, 64, 4
HASH_BITS = 64
BIN_BITS = BINS.bit_length() - 1
WORD = re.compile(r"\w+")


def near_duplicates(
    texts: Mapping[Key, str], *, language: str = "tr", at_least: float = 0.8
) -> tuple[tuple[Key, ...], ...]:
    """Return groups of two and more keys whose texts share that part of their shingles (Jaccard).

    Groups and their keys stand in the order of the mapping. Shorter texts than three words count whole.
    """
    alike: dict[Shingles, list[Key]] = defaultdict(list)
    for key, text in texts.items():
        if shingles := shingles_of(text, language):
            alike[shingles].append(key)
    parents = joined(list(alike), at_least)
    groups: dict[int, list[Key]] = defaultdict(list)
    for number, keys in enumerate(alike.values()):
        groups[root(parents, number)].extend(keys)
    place = {key: number for number, key in enumerate(texts)}
    found = (tuple(sorted(group, key=place.__getitem__)) for group in groups.values() if len(group) > 1)
    return tuple(sorted(found, key=lambda group: place[group[0]]))


def shingles_of(text: str, language: str) -> Shingles:
    """Return the hashes of every three words in a row, folded as the language has it."""
    words = WORD.findall(fold(text, language=language))
    rows = [words[start : start + WORDS] for start in range(max(1, len(words) - WORDS + 1))] if words else []
    return frozenset(hash_of(" ".join(row)) for row in rows)


def hash_of(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=HASH_BITS // 8).digest(), "big")


def joined(different: list[Shingles], at_least: float) -> list[int]:
    """Return a forest that joins texts which share enough: the parent of each."""
    parents = list(range(len(different)))
    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, shingles in enumerate(different):
        for band in bands_of(shingles):
            for other in buckets[band]:
                is_new = root(parents, number) != root(parents, other)
                if is_new and likeness(shingles, different[other]) >= at_least:
                    parents[root(parents, number)] = root(parents, other)
            buckets[band].append(number)
    return parents


def bands_of(shingles: Shingles) -> Iterable[tuple[int, ...]]:
    """Return the bands of the signature: the least hash of each bin, an empty bin taking its neighbour's."""
    least: dict[int, int] = {}
    for each in shingles:
        place = each >> (HASH_BITS - BIN_BITS)
        least[place] = min(each, least.get(place, each))
    filled = sorted(least)
    signature = [least[next((place for place in filled if place >= bin_), filled[0])] for bin_ in range(BINS)]
    return ((start, *signature[start : start + ROWS]) for start in range(0, BINS, ROWS))


def likeness(one: Shingles, other: Shingles) -> float:
    """Return what part of all their shingles two texts share."""
    return len(one & other) / len(one | other)


def root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
