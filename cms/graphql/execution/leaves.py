"""Scalars and enums. Most columns hold nothing but what JSON can take as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from types import MappingProxyType, NoneType
from typing import Any

from graphql import (
    ExecutionContext,
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
)
from graphql.pyutils import Undefined
from graphql.type.scalars import GRAPHQL_MAX_INT, GRAPHQL_MIN_INT

from .completion import Column, Completer
from .kinds import NOTHING, Kinds, holds_exceptions, kinds_of
from .places import Places
from .run import Run
from .site import Site

# How a built-in scalar serialises → the one type whose values it leaves as they are.
AS_IT_IS: Mapping[Callable[..., Any], type] = MappingProxyType(
    {
        GraphQLString.serialize: str,
        GraphQLID.serialize: str,
        GraphQLBoolean.serialize: bool,
        GraphQLInt.serialize: int,
        GraphQLFloat.serialize: float,
    }
)


class Leaf(Completer):
    """A scalar or an enum."""

    def __init__(self, leaf_type: GraphQLLeafType, site: Site, *, required: bool) -> None:
        super().__init__(site, required=required)
        self.type = leaf_type
        self.plain = AS_IT_IS.get(leaf_type.serialize)
        missing = set() if required else {NoneType}
        self.unchanged: frozenset[type] = frozenset({self.plain, *missing} if self.plain else ())

    def complete(self, values: Column, places: Places, run: Run) -> Column:
        kinds: Kinds = kinds_of(values)
        if kinds <= self.unchanged and self.are_in_range(values, kinds):
            return values
        kinds = self.checked(values, kinds, run)
        if holds_exceptions(kinds) or (self.required and not kinds.isdisjoint(NOTHING)):
            return self.one_by_one(values, places, run)
        return self.all_at_once(values) or self.one_by_one(values, places, run)

    def are_in_range(self, values: Column, kinds: Kinds) -> bool:
        if self.plain is not int and self.plain is not float:
            return True
        numbers = values if NoneType not in kinds else [value for value in values if value is not None]
        if self.plain is float:
            return all(map(isfinite, numbers))
        return not numbers or (min(numbers) >= GRAPHQL_MIN_INT and max(numbers) <= GRAPHQL_MAX_INT)

    def all_at_once(self, values: Column) -> Column | None:
        """Return the serialised column; None if something in it fails, so that each has to be looked at."""
        try:
            present = [self.type.serialize(value) for value in values if value is not None]
        except Exception:
            return None
        if not kinds_of(present).isdisjoint(NOTHING):
            return None
        if len(present) == len(values):
            return present
        remaining = iter(present)
        return [None if value is None else next(remaining) for value in values]

    def one_by_one(self, values: Column, places: Places, run: Run) -> Column:
        return [self.one(value, number, places, run) for number, value in enumerate(values)]

    def one(self, value: Any, number: int, places: Places, run: Run) -> Any:
        if isinstance(value, Exception):
            return self.failed(value, places[number], run)
        if value is None or value is Undefined:
            return self.null(places, number, run)
        try:
            return ExecutionContext.complete_leaf_value(self.type, value)
        except Exception as error:
            return self.failed(error, places[number], run)
