"""Decides which of a body's names stands for it. Pure: works on anything that has a name's attributes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from plugins.networks.dates import Span, span_of
from plugins.networks.vocabulary import NameKind

PROPER = (NameKind.OFFICIAL, NameKind.TRANSLATED_OFFICIAL, NameKind.DESCRIPTIVE)
"""Kinds that can stand for a body by themselves, the most trusted first."""

_TRUST = (*PROPER, NameKind.SHORT, NameKind.ACRONYM, NameKind.ALIAS, NameKind.FORMER)


class Name(Protocol):
    """What is asked of a name."""

    text: str
    language: str
    kind: str
    valid_from: str
    valid_to: str
    is_preferred: bool


AnyName = TypeVar("AnyName", bound=Name)


def shown_name(names: Iterable[AnyName], *, language: str, on: Span | None = None) -> AnyName | None:
    """Return the name that stands for the body in a language; None only when it has no names at all.

    - The preferred name of the language, else its official, translated or descriptive one.
    - A body without such a name in the language is shown under its name in another one: whoever shows
      it must say so.
    - `on` a date: the name held then. Where two meet within that time, the later one. A former name
      whose end nobody knows is never taken for the name of a date.
    """
    known = list(names)
    if on is not None:
        held = [name for name in known if was_held(name, on)]
        if held:
            return min(held, key=lambda name: (name.language != language, *_lateness(name)))
    return min(known, key=lambda name: _distance(name, language), default=None)


def acronym(names: Iterable[AnyName], *, language: str) -> AnyName | None:
    """Return the acronym in present use, that of the language first; None when the body has none."""
    acronyms = [name for name in names if name.kind == NameKind.ACRONYM and not name.valid_to]
    return min(acronyms, key=lambda name: (name.language != language, not name.is_preferred), default=None)


def name_called(names: Iterable[AnyName], text: str, *, language: str) -> AnyName | None:
    """Return the name with exactly this text, that of the language first; None when there is none."""
    same = [name for name in names if name.text == text]
    return min(same, key=lambda name: name.language != language, default=None)


def was_held(name: Name, on: Span) -> bool:
    """Whether the body may be said to have had this name at some time within a span."""
    if name.kind not in (*PROPER, NameKind.FORMER):
        return False
    if name.kind == NameKind.FORMER and not name.valid_to:
        return False
    return _validity(name).may_meet(on)


def _validity(name: Name) -> Span:
    return Span(
        span_of(name.valid_from).earliest if name.valid_from else None,
        span_of(name.valid_to).latest if name.valid_to else None,
    )


def _lateness(name: Name) -> tuple[object, ...]:
    validity = _validity(name)
    since = (validity.earliest or date.min).toordinal()
    return (-since, validity.latest is None, not name.is_preferred, _TRUST.index(NameKind(name.kind)))


def _distance(name: Name, language: str) -> tuple[object, ...]:
    is_proper = name.is_preferred or name.kind in PROPER
    return (
        not (is_proper and name.language == language),
        not is_proper,
        not name.is_preferred,
        _TRUST.index(NameKind(name.kind)),
    )
