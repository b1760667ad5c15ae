"""What is left to graphql-core: subscriptions, and whatever has to be awaited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import isasyncgenfunction, iscoroutinefunction
from types import GeneratorType
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.language import Visitor, visit
from graphql.pyutils import is_awaitable

from .kinds import Kinds
from .run import Run


class NeedsCore(BaseException):
    """A resolver gave something to be awaited, which could not be known before: graphql-core starts again.

    Not an Exception, so that nothing on the way takes it for a failed resolver.
    """


def deferred_fields(schema: GraphQLSchema) -> frozenset[str]:
    """Return the names of fields that have an asynchronous resolver on any type."""
    types = [named for named in schema.type_map.values() if is_object_type(named)]
    return frozenset(
        name
        for object_type in types
        for name, field in object_type.fields.items()  # type: ignore[attr-defined]  # object types have fields
        if any(map(is_asynchronous, deciders(field, schema)))
    )


def deciders(field: GraphQLField, schema: GraphQLSchema) -> list[Callable[..., Any] | None]:
    """Return what is called to resolve a field and to find the type of what it returns."""
    named: Any = get_named_type(field.type)
    found: list[Any] = [field.resolve]
    if is_abstract_type(named):
        found += [named.resolve_type, *(member.is_type_of for member in schema.get_possible_types(named))]
    elif isinstance(named, GraphQLObjectType):
        found.append(named.is_type_of)
    return found


def is_asynchronous(function: Callable[..., Any] | None) -> bool:
    return iscoroutinefunction(function) or isasyncgenfunction(function)


def selects(document: DocumentNode, names: frozenset[str]) -> bool:
    """Whether any field of the document has one of these names."""
    finder = FieldFinder(names)
    if names:
        visit(document, finder)
    return finder.has_found


class FieldFinder(Visitor):
    """Notices fields by name."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names
        self.has_found = False

    def enter_field(self, node: FieldNode, *_: object) -> None:
        self.has_found = self.has_found or node.name.value in self.names


def awaited_in(values: Sequence[Any], kinds: Kinds) -> list[int]:
    """Return the numbers of the values that would have to be awaited."""
    if not any(kind is GeneratorType or hasattr(kind, "__await__") for kind in kinds):
        return []
    return [number for number, value in enumerate(values) if is_awaitable(value)]


def refusal(values: Iterable[Any], coordinates: str, run: Run) -> TypeError:
    """Return the error for values that would have to be awaited, and end their coroutines.

    Raises NeedsCore instead if the operation may run a second time, that is unless it is a mutation.
    """
    for value in values:
        if is_awaitable(value) and hasattr(value, "close"):
            value.close()
    if not run.is_mutation:
        raise NeedsCore
    return TypeError(f"What {coordinates} returned has to be awaited: declare the resolver `async def`.")
