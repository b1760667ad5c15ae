"""How alike two words are: what a search forgives. Pure; the same on every database."""

from __future__ import annotations

SHORTEST = 4  # in shorter words every slip makes another word


def trigrams(word: str) -> frozenset[str]:
    """Return all runs of three letters, with the borders of the word."""
    bordered = f"  {word} "
    return frozenset(bordered[start : start + 3] for start in range(len(bordered) - 2))


def is_similar(word: str, other: str) -> bool:
    """Whether one may be the other with a slip: one in words of four or five letters, two in longer ones."""
    if len(word) < SHORTEST:
        return False
    return distance(word, other) <= (1 if len(word) < 6 else 2)


def distance(one: str, other: str) -> int:
    """Return how many letters to add, drop, change or swap with their neighbour (Damerau–Levenshtein)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, counterpart in enumerate(other, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != counterpart))
            is_swap = row > 1 < column and letter == other[column - 2] and one[row - 2] == counterpart
            here.append(min(cost, before[column - 2] + 1) if is_swap else cost)
        before, above = above, here
    return above[-1]
