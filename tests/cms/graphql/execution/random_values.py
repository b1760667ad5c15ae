"""Values of every sort, good and bad, that are the same whenever and in whatever order they are asked for."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLNamedType,
    GraphQLSchema,
    GraphQLString,
    is_abstract_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

SCALARS: dict[GraphQLNamedType, tuple[list[Any], list[Any]]] = {
    GraphQLString: (["a", "ığ", ""], [True, 2.5, {"x": 1}, ["x"]]),
    GraphQLID: (["1", "x"], [7, 2.5, {"x": 1}]),
    GraphQLInt: ([1, -5, 0], [2**40, 3.5, True, "3", "x", 4.0]),
    GraphQLFloat: ([1.5, -0.0], [float("nan"), float("inf"), 2, "7.1", "x"]),
    GraphQLBoolean: ([True, False], [1, 0.0, "x", float("nan")]),
}
ODD_ROLE_NAMES = ["Nowhere", None, 5, "Colour", "Query"]


@dataclass(frozen=True)
class Dice:
    """A choice that depends on nothing but where it is made."""

    seed: int

    def at(self, place: object) -> Dice:
        return Dice(zlib.crc32(f"{self.seed}/{place}".encode()))

    def below(self, limit: int) -> int:
        return self.at("roll").seed % limit

    def of(self, choices: Any) -> Any:
        return choices[self.below(len(choices))]


@dataclass(frozen=True)
class Values:
    """Values for the types of a schema; `badness` is how many in a hundred are none that should be there."""

    schema: GraphQLSchema
    badness: int

    def value(self, of_type: Any, dice: Dice) -> Any:
        """Return a value of the type, or what a broken resolver may return in its place."""
        if is_non_null_type(of_type):
            # What must not be null seldom is; otherwise there would be little left to look at.
            calmer = Values(self.schema, self.badness // 3)
            return calmer.value(of_type.of_type, dice)
        if dice.below(100) < self.badness:
            return dice.at("bad").of([None, ValueError("as a value"), None, Junk()])
        if is_list_type(of_type):
            return self.a_list(of_type.of_type, dice)
        return self.a_leaf(of_type, dice) if is_leaf_type(of_type) else self.an_object(of_type, dice)

    def a_leaf(self, of_type: Any, dice: Dice) -> Any:
        if is_enum_type(of_type):
            return dice.at("enum").of([1, 2, 1, 2, 1, 2, 1, 2, 3])
        good, odd = SCALARS.get(of_type, SCALARS[GraphQLID])
        return dice.at("leaf").of(odd if dice.at("odd").below(100) < self.badness * 2 else good)

    def a_list(self, item_type: Any, dice: Dice) -> Any:
        items = [self.value(item_type, dice.at(index)) for index in range(dice.at("length").below(4))]
        if dice.at("form").below(100) < self.badness:
            return dice.at("not a list").of([5, "text", {"a": 1}, broken(items)])
        form: Callable[[Any], Any] = dice.at("form").of([list, list, list, tuple, iter, generated])
        return form(items)

    def an_object(self, of_type: Any, dice: Dice) -> Any:
        role = of_type.name
        if is_abstract_type(of_type):
            role = dice.at("role").of(self.schema.get_possible_types(of_type)).name
            if dice.at("odd role").below(100) < self.badness:
                role = dice.at("which").of(ODD_ROLE_NAMES)
        elif dice.at("odd role").below(200) < self.badness:
            role = "Stranger"
        return dice.at("class").of([Thing, Thing, Record])(self, role, dice)

    def field(self, role: Any, name: str, dice: Dice) -> Any:
        """Return the value of an object's field. Raises what a broken property raises."""
        field = getattr(self.schema.type_map.get(str(role)), "fields", {}).get(name)
        if field is None:
            raise AttributeError(name)
        here = dice.at(name)
        if here.at("raises").below(100) * 2 < self.badness:
            raise here.at("what").of([ValueError("a broken property"), AttributeError("missing")])
        return self.value(field.type, here)


class Junk:
    """An object that fits no type."""

    role = "Junk"

    def __repr__(self) -> str:
        return "junk"


def generated(items: list[Any]) -> Iterator[Any]:
    yield from items


def broken(items: list[Any]) -> Iterator[Any]:
    yield from items
    raise RuntimeError("broke off")


class Thing:
    """An object with attributes."""

    def __init__(self, values: Values, role: Any, dice: Dice) -> None:
        self.values = values
        self.role = role
        self.dice = dice

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = self.values.field(self.role, name, self.dice)
        is_method = self.dice.at(f"{name} is a method").below(20) == 0
        return Method(value) if is_method else value


@dataclass(frozen=True)
class Method:
    """A value that has to be called for another."""

    value: Any

    def __call__(self, *_: object, **__: object) -> Any:
        return self.value


class Record(dict):
    """A mapping with keys."""

    def __init__(self, values: Values, role: Any, dice: Dice) -> None:
        super().__init__()
        self.values = values
        self.role = role
        self.dice = dice

    def get(self, name: str, default: Any = None) -> Any:
        if name == "__typename":
            return self.role
        return self.values.field(self.role, name, self.dice)
