"""Keys of provisions: made once from the printed number, then carried on; never given to another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cms.api import slugify

from .provisions import Provision
from .recognising import Found
from .vocabulary import Kind

LONGEST = 80
STANDS_ALONE = (Kind.PART, Kind.SECTION, Kind.ARTICLE, Kind.ANNEX, Kind.PREAMBLE)
UNNUMBERED = {Kind.TABLE: "table", Kind.PREAMBLE: "preamble"}


def with_keys(
    found: Sequence[Found], *, given: Mapping[int, str] | None = None, taken: Collection[str] = ()
) -> tuple[Provision, ...]:
    """Return the provisions with keys.

    `given` has by place the keys that a provision takes over from an earlier version; `taken` are keys
    that once meant something, so that no other provision gets them.
    """
    given = given or {}
    used = {*taken, *given.values()}
    keys: list[str] = []
    for place, each in enumerate(found):
        parent = keys[each.parent] if each.parent is not None else None
        key = given.get(place) or unused(proposed_key(each, parent), used)
        used.add(key)
        keys.append(key)
    return tuple(
        Provision(
            key=keys[place],
            parent=keys[each.parent] if each.parent is not None else None,
            kind=each.kind,
            printed_number=each.printed_number,
            heading=each.heading,
            text=each.text,
            html=each.html,
        )
        for place, each in enumerate(found)
    )


def proposed_key(found: Found, parent: str | None) -> str:
    """Return the key that the printed number suggests: `madde-5`, and `madde-5-2-c` within it."""
    number = slugify(found.printed_number, language="tr") or UNNUMBERED.get(found.kind, "text")
    if parent is None or found.kind in STANDS_ALONE:
        return number
    return f"{parent}-{number}"


def unused(key: str, used: Collection[str]) -> str:
    """Return the key, with a number behind it if it is used already: c and ç have the same letter."""
    key = key[: LONGEST - 5].strip("-")
    if key not in used:
        return key
    return next(name for n in range(2, len(used) + 3) if (name := f"{key}-{n}") not in used)
