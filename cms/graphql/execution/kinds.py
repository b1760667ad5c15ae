"""Which types a column of values holds, asked once for the column and not for each value."""

from __future__ import annotations

from collections.abc import Iterable, Set
from types import NoneType

from graphql.pyutils import Undefined

Kinds = Set[type]

NOTHING: Kinds = frozenset({NoneType, type(Undefined)})


def kinds_of(values: Iterable[object]) -> set[type]:
    """Return the types that occur."""
    return set(map(type, values))


def holds_exceptions(kinds: Kinds) -> bool:
    return any(issubclass(kind, Exception) for kind in kinds)
