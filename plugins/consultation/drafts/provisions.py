"""A draft as values: provisions in reading order, in one language; touches nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .normal_text import normal_text
from .vocabulary import Kind


@dataclass(frozen=True)
class Provision:
    """A part of a draft. `key` names it in its version, `parent` is the key of what it is part of."""

    key: str
    parent: str | None
    kind: Kind
    printed_number: str = ""
    heading: str = ""
    text: str = ""
    html: str = ""


def full_texts(provisions: Sequence[Provision]) -> dict[str, str]:
    """Return by key the heading and the text of each provision, with all that is part of it."""
    children = children_of(provisions)
    texts: dict[str, str] = {}
    for each in reversed(provisions):
        parts = (texts[part.key] for part in children.get(each.key, ()))
        texts[each.key] = normal_text(" ".join((each.heading, each.text, *parts)))
    return texts


def children_of(provisions: Iterable[Provision]) -> Mapping[str | None, list[Provision]]:
    """Return by the parent's key what is part of it, in reading order; those of no parent under None."""
    children: dict[str | None, list[Provision]] = {}
    for each in provisions:
        children.setdefault(each.parent, []).append(each)
    return children
