"""What a request has read already, so that nothing is read twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from cms.graphql.context import Context

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def remembered(
    context: Context, kind: Hashable, keys: Iterable[Key], load: Callable[[list[Key]], Mapping[Key, Value]]
) -> dict[Key, Value | None]:
    """Return the value of each key, None for one that there is nothing for.

    `load` is called once, with those keys that the request has not asked for yet under this kind.
    """
    wanted = list(dict.fromkeys(keys))
    missing = [key for key in wanted if (kind, key) not in context.loaded]
    if missing:
        found = load(missing)
        context.loaded.update({(kind, key): found.get(key) for key in missing})
    return {key: context.loaded[kind, key] for key in wanted}
