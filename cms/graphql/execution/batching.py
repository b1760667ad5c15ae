"""Batch resolvers: called once for all objects of a level instead of once for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from graphql import GraphQLResolveInfo

BatchResolver = Callable[..., list[Any]]


def batch(resolver: BatchResolver) -> Callable[..., Any]:
    """Make a resolver of one field that is given all objects at once.

    `resolver(objects, info, **arguments)` returns a list with one value for each object, in their order.
    An exception as a value is an error at that object alone, a raised one is an error at all of them.
    `info.path` is the first object's. What comes back can be called as an ordinary resolver, with one object.
    """

    @wraps(resolver)
    def one(root: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        return values_for([root], resolver, info, arguments)[0]

    one.batch = resolver  # type: ignore[attr-defined]  # functions take attributes
    return one


def batch_resolver(resolver: Callable[..., Any]) -> BatchResolver | None:
    """Return what `batch` was put on; None for an ordinary resolver."""
    found: BatchResolver | None = getattr(resolver, "batch", None)
    return found


def values_for(
    objects: list[Any], resolver: BatchResolver, info: GraphQLResolveInfo, arguments: dict[str, Any]
) -> list[Any]:
    """Return the values, one for each object. Raises BatchMismatch, or what the resolver raises."""
    values = resolver(objects, info, **arguments)
    if not isinstance(values, list | tuple) or len(values) != len(objects):
        raise BatchMismatch(resolver, values, expected=len(objects))
    return list(values)


class BatchMismatch(TypeError):
    """A batch resolver did not return one value for each object."""

    def __init__(self, resolver: BatchResolver, values: object, *, expected: int) -> None:
        name = getattr(resolver, "__qualname__", repr(resolver))
        got = f"{len(values)} values" if isinstance(values, list | tuple) else type(values).__name__
        super().__init__(
            f"The batch resolver {name} returned {got} for {expected} objects. "
            "Return a list with one value for each object, in their order; None where there is nothing."
        )
