"""Where a field's values come from: one column of values for all objects of a level.

An exception as a value stands for an error at that object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from graphql import GraphQLResolveInfo, TypeNameMetaFieldDef, default_field_resolver
from graphql.pyutils import Path

from .arguments import Arguments
from .batching import BatchResolver, batch_resolver, values_for
from .kinds import kinds_of
from .objects import Objects
from .places import Places
from .reading import Reading, reading_of
from .run import Run
from .site import Site, new

Column = list[Any]  # Any: whatever resolvers return


class Source(Protocol):
    """Gives a field's values."""

    def values(self, objects: Objects, at: Places, run: Run) -> Column:
        """Return one value for each object; `at` is where the field's values stand."""


def source_of(site: Site) -> Source:
    """Return the cheapest way to get what graphql-core would get."""
    definition, node = site.definition, site.nodes[0]
    if definition is TypeNameMetaFieldDef:
        return Constant(site.parent.name)
    resolver = definition.resolve or default_field_resolver
    reading = reading_of(resolver, site.name)
    if reading and not definition.args:
        return Method(site, reading) if resolver is default_field_resolver else Attribute(reading)
    arguments = Arguments(definition, node)
    if batched := batch_resolver(resolver):
        return Batch(site, batched, arguments)
    return Calls(site, resolver, arguments)


class Constant:
    """The name of a type."""

    def __init__(self, value: str) -> None:
        self.value = value

    def values(self, objects: Objects, at: Places, run: Run) -> Column:
        return [self.value] * len(objects.items)


class Attribute:
    """An attribute or key of each object; no resolver is called."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def values(self, objects: Objects, at: Places, run: Run) -> Column:
        return self.reading.of(objects.items, objects.kinds)


# Of these no value can be called. The list need not be complete: it only saves looking.
UNCALLABLE = frozenset({str, int, float, bool, list, tuple, dict, type(None)})


class Method:
    """graphql-core's default: an attribute or key, called if it is callable."""

    def __init__(self, site: Site, reading: Reading) -> None:
        self.site = site
        self.reading = reading

    def values(self, objects: Objects, at: Places, run: Run) -> Column:
        values = self.reading.of(objects.items, objects.kinds)
        if kinds_of(values) <= UNCALLABLE or not any(map(callable, values)):
            return values
        return [
            self.called(value, at[number], run) if callable(value) else value
            for number, value in enumerate(values)
        ]

    def called(self, method: Callable[..., Any], path: Path, run: Run) -> Any:
        try:
            return method(self.site.info(path, run))
        except Exception as error:
            return error


class Calls:
    """An ordinary resolver, called for each object."""

    def __init__(self, site: Site, resolver: Callable[..., Any], arguments: Arguments) -> None:
        self.site = site
        self.resolver = resolver
        self.arguments = arguments

    def values(self, objects: Objects, at: Places, run: Run) -> Column:
        try:
            arguments = self.arguments.each(run)
        except Exception as error:
            return [error] * len(objects.items)
        resolver, head, tail = self.resolver, self.site.head, run.tail
        values: Column = []
        for item, path, given in zip(objects.items, at.paths(), arguments, strict=False):
            try:
                values.append(resolver(item, new(GraphQLResolveInfo, (*head, path, *tail)), **given))
            except Exception as error:
                values.append(error)
        return values


class Batch:
    """A batch resolver, called once."""

    def __init__(self, site: Site, resolver: BatchResolver, arguments: Arguments) -> None:
        self.site = site
        self.resolver = resolver
        self.arguments = arguments

    def values(self, objects: Objects, at: Places, run: Run) -> Column:
        try:
            given = next(self.arguments.each(run))
            return values_for(objects.items, self.resolver, self.site.info(at[0], run), given)
        except Exception as error:
            return [error] * len(objects.items)
