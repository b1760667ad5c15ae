"""A text in a second language is matched to the provisions of the language that counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cms.api import fold

from .provisions import Provision, children_of
from .recognising import Found
from .vocabulary import Kind

SERIES = {
    "gecici": "provisional",
    "provisional": "provisional",
    "temporary": "provisional",
    "ek": "additional",
    "additional": "additional",
    "mukerrer": "repeated",
}
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Alignment:
    """Which provision each found one translates. `texts` is by key; the rest stands by itself."""

    texts: dict[str, Found]
    without_text: tuple[Provision, ...]
    left_over: tuple[Found, ...]


def align(provisions: Sequence[Provision], found: Sequence[Found]) -> Alignment:
    """Return what belongs together: same place in the tree, same kind, same number.

    Where alphabets differ, as in ç and d, the place among the parts of one kind decides; articles and
    annexes go by their figures.
    """
    texts: dict[str, Found] = {}
    children = children_of(provisions)
    parts = _parts_by_parent(found)
    todo: list[tuple[str | None, int | None]] = [(None, None)]
    while todo:
        key, place = todo.pop()
        for provision, at in _pairs(children.get(key, ()), [(n, found[n]) for n in parts.get(place, ())]):
            texts[provision.key] = found[at]
            todo.append((provision.key, at))
    matched = {id(each) for each in texts.values()}
    return Alignment(
        texts=texts,
        without_text=tuple(each for each in provisions if each.key not in texts),
        left_over=tuple(each for each in found if id(each) not in matched),
    )


def _parts_by_parent(found: Sequence[Found]) -> dict[int | None, list[int]]:
    parts: dict[int | None, list[int]] = {}
    for place, each in enumerate(found):
        parts.setdefault(each.parent, []).append(place)
    return parts


def _pairs(
    provisions: Iterable[Provision], found: Sequence[tuple[int, Found]]
) -> list[tuple[Provision, int]]:
    names = {
        name: place for (place, _found), name in zip(found, _names(each for _n, each in found), strict=True)
    }
    own = list(provisions)
    return [
        (provision, names[name]) for provision, name in zip(own, _names(own), strict=True) if name in names
    ]


def _names(parts: Iterable[Provision | Found]) -> list[tuple[Kind, str]]:
    """Return what each part of one provision is known by in every language; later ones of a name get none."""
    counted: dict[Kind, int] = {}
    names: list[tuple[Kind, str]] = []
    for each in parts:
        counted[each.kind] = counted.get(each.kind, 0) + 1
        figures = _DIGITS.findall(each.printed_number)
        by_figure = each.kind in (Kind.ARTICLE, Kind.ANNEX, Kind.PARAGRAPH) and figures
        place = f"{_series(each)}{figures[0]}" if by_figure else f"place {counted[each.kind]}"
        names.append((each.kind, place))
    return names


def _series(each: Provision | Found) -> str:
    """Return which run of numbers an article is in: provisional and additional ones have their own."""
    first = fold(each.printed_number, language="tr").split(" ")[0]
    return f"{SERIES[first]} " if each.kind is Kind.ARTICLE and first in SERIES else ""
