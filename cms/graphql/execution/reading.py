"""What well-known functions do, recognised so that they need not be called for each object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter, methodcaller
from typing import Any

from graphql import default_field_resolver

from .kinds import Kinds


@dataclass(frozen=True)
class Reading:
    """A name to look up; `mappings` are the types that have it as a key, all others as an attribute."""

    name: str
    default: Any  # Any: whatever a schema's author chose
    mappings: tuple[type, ...]

    def of(self, objects: list[Any], kinds: Kinds) -> list[Any]:
        """Return the value for each object; an exception raised by one stands in its place."""
        mapped = {kind for kind in kinds if issubclass(kind, self.mappings)}
        if mapped == kinds:
            return pulled(methodcaller("get", self.name, self.default), objects)
        if mapped or "." in self.name:
            return pulled(self.of_one, objects)
        return self.attributes(objects)

    def of_one(self, item: Any) -> Any:
        if isinstance(item, self.mappings):
            return item.get(self.name, self.default)  # type: ignore[attr-defined]  # as its resolver assumes
        return getattr(item, self.name, self.default)

    def attributes(self, objects: list[Any]) -> list[Any]:
        return pulled(
            attrgetter(self.name),
            objects,
            instead=lambda error: self.default if isinstance(error, AttributeError) else error,
        )


def itself(error: Exception) -> Any:
    return error


def pulled(
    read: Callable[[Any], Any], objects: Iterable[Any], *, instead: Callable[[Exception], Any] = itself
) -> list[Any]:
    """Return what `read` gives for each object; where it raises, what stands for the exception."""
    values: list[Any] = []
    remaining = map(read, objects)
    while True:
        try:
            # What was read before an exception stays; the next round begins behind it.
            values.extend(remaining)
        except Exception as error:
            values.append(instead(error))
        else:
            return values


GRAPHENE = "graphene.types.resolver"
MAPPINGS: dict[str, tuple[type, ...]] = {
    "dict_or_attr_resolver": (dict,),
    "attr_resolver": (),
    "dict_resolver": (object,),
}


def reading_of(resolver: Callable[..., Any], field_name: str) -> Reading | None:
    """Return what a default resolver of graphql-core or graphene reads; None for any other resolver."""
    if resolver is default_field_resolver:
        return Reading(field_name, None, (Mapping,))
    if not isinstance(resolver, partial) or len(resolver.args) != 2 or resolver.keywords:
        return None
    # Told by name: graphene need not be installed.
    if getattr(resolver.func, "__module__", None) != GRAPHENE or resolver.func.__name__ not in MAPPINGS:
        return None
    name, default = resolver.args
    return Reading(name, default, MAPPINGS[resolver.func.__name__])


def is_decided_by_class(is_type_of: Callable[..., Any] | None) -> bool:
    """Whether the answer is the same for all objects of one class, as graphene-django's is."""
    function = getattr(is_type_of, "__func__", None)
    return getattr(function, "__module__", None) == "graphene_django.types"
