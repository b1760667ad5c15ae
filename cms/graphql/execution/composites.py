"""Objects, interfaces and unions: values with a level of fields below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from graphql import (
    ExecutionContext,
    FieldNode,
    GraphQLAbstractType,
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    default_type_resolver,
)
from graphql.execution.execute import invalid_return_type_error
from graphql.pyutils import Path, is_awaitable

from .completion import Column, Completer
from .deferring import refusal
from .objects import Objects
from .places import Places, field_path
from .reading import is_decided_by_class
from .run import Failure, Run
from .site import Site


class Level(Protocol):
    """The fields selected on one object type."""

    def answers(self, objects: Objects, run: Run) -> list[dict[str, Any] | Failure]:
        """Return what the answer holds for each object."""


class Levels(Protocol):
    """The levels of a plan, compiled when first needed."""

    core: ExecutionContext

    def level(self, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> Level:
        """Return what is selected on a type below some nodes. Raises GraphQLError for a null condition."""


class Composite(Completer):
    """Base of everything that has fields."""

    def __init__(self, levels: Levels, site: Site, *, required: bool) -> None:
        super().__init__(site, required=required)
        self.levels = levels

    def answer(
        self, column: Column, numbers: Sequence[int], objects: Objects, of_type: GraphQLObjectType, run: Run
    ) -> None:
        """Fill in the numbered places of a column with the answers for the objects there."""
        try:
            level = self.levels.level(of_type, self.site.nodes)
        except GraphQLError as error:
            for number in numbers:
                column[number] = self.failed(error, objects.places[number], run)
            return
        if of_type.is_type_of:
            numbers = self.that_are(of_type, column, numbers, objects, run)
        chosen = objects if len(numbers) == len(objects.items) else objects.some(numbers)
        failures = run.failures
        for number, answer in zip(numbers, level.answers(chosen, run), strict=True):
            column[number] = answer
        if run.failures != failures:
            self.take_failures(column, numbers, objects.places, run)

    def take_failures(self, column: Column, numbers: Sequence[int], places: Places, run: Run) -> None:
        for number in numbers:
            if isinstance(column[number], Failure):
                column[number] = self.taken(column[number], places[number], run)

    def that_are(
        self,
        of_type: GraphQLObjectType,
        column: Column,
        numbers: Sequence[int],
        objects: Objects,
        run: Run,
    ) -> list[int]:
        """Return the numbers of the objects that the type takes for its own; the others fail."""
        infos = Infos(self.site, run)
        by_class = is_decided_by_class(of_type.is_type_of)
        known: set[type] = set()
        found = []
        for number in numbers:
            item, place = objects.items[number], objects.places
            if type(item) not in known:
                if problem := self.mismatch(of_type, item, infos.at(place[number]), run):
                    column[number] = self.failed(problem, place[number], run)
                    continue
                if by_class:
                    known.add(type(item))
            found.append(number)
        return found

    def mismatch(
        self, of_type: GraphQLObjectType, item: Any, info: GraphQLResolveInfo, run: Run
    ) -> Exception | None:
        try:
            verdict = of_type.is_type_of(item, info)  # type: ignore[misc]  # asked only of types that have it
        except Exception as error:
            return error
        if is_awaitable(verdict):
            return refusal([verdict], self.site.coordinates, run)
        return None if verdict else invalid_return_type_error(of_type, item, self.site.nodes)


class ObjectOf(Composite):
    """An object type."""

    def __init__(self, object_type: GraphQLObjectType, levels: Levels, site: Site, *, required: bool) -> None:
        super().__init__(levels, site, required=required)
        self.type = object_type

    def complete(self, values: Column, places: Places, run: Run) -> Column:
        column, present = self.split(values, places, run)
        if present:
            self.answer(column, present, Objects(values, places), self.type, run)
        return column


class AbstractOf(Composite):
    """An interface or a union; objects of the same type are answered together."""

    def __init__(
        self, abstract_type: GraphQLAbstractType, levels: Levels, site: Site, *, required: bool
    ) -> None:
        super().__init__(levels, site, required=required)
        self.type = abstract_type

    def complete(self, values: Column, places: Places, run: Run) -> Column:
        column, present = self.split(values, places, run)
        infos = Infos(self.site, run)
        groups: dict[GraphQLObjectType, list[int]] = {}
        for number in present:
            try:
                found = self.type_of(values[number], infos.at(places[number]), run)
            except Exception as error:
                column[number] = self.failed(error, places[number], run)
            else:
                groups.setdefault(found, []).append(number)
        objects = Objects(values, places)
        for of_type, numbers in groups.items():
            self.answer(column, numbers, objects, of_type, run)
        return column

    def type_of(self, value: Any, info: GraphQLResolveInfo, run: Run) -> GraphQLObjectType:
        name: Any = (self.type.resolve_type or default_type_resolver)(value, info, self.type)
        if is_awaitable(name):
            raise refusal([name], self.site.coordinates, run)
        return self.levels.core.ensure_valid_runtime_type(name, self.type, self.site.nodes, info, value)


class Infos:
    """The info of a field for the items of its lists: one for all items of the same list."""

    def __init__(self, site: Site, run: Run) -> None:
        self.site = site
        self.run = run
        self.path: Path | None = None
        self.info: GraphQLResolveInfo | None = None

    def at(self, place: Path) -> GraphQLResolveInfo:
        path = field_path(place)
        if self.info is None or path is not self.path:
            self.path = path
            self.info = self.site.info(path, self.run)
        return self.info
