"""The fields selected on one object type, each answered for all objects at once."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Any

from .completion import Column, Completer
from .objects import Objects
from .places import Places
from .run import Failure, Run
from .site import Site
from .sources import Source

Row = dict[str, Any]  # Any: JSON


class Field:
    """One field of a level, under its name or alias."""

    __slots__ = ("completer", "key", "site", "source")

    def __init__(self, key: str, site: Site, source: Source, completer: Completer) -> None:
        self.key = key
        self.site = site
        self.source = source
        self.completer = completer

    def column(self, objects: Objects, run: Run) -> Column:
        """Return what the answer holds here for each object, or a Failure that makes the object null."""
        at = objects.places.under(self.key, self.site.parent.name)
        values = self.source.values(objects, at, run) if run.trace is None else self.timed(objects, at, run)
        return self.completer.complete(values, at, run)

    def timed(self, objects: Objects, at: Places, run: Run) -> Column:
        begin = perf_counter()
        values = self.source.values(objects, at, run)
        seconds = perf_counter() - begin
        if run.trace:
            run.trace.resolved(self.site.coordinates, objects=len(objects.items), seconds=seconds)
        return values


class CompiledLevel:
    """Fields in the order of the answer."""

    __slots__ = ("fields",)

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self.fields = fields

    def answers(self, objects: Objects, run: Run) -> list[Row | Failure]:
        """Return what the answer holds for each object; a Failure for one that must be null.

        An object that failed takes no part in the fields after: its resolvers are not called any more.
        """
        rows: list[Row] = [{} for _ in objects.items]
        answers: list[Row | Failure] = [*rows]
        survivors: Sequence[int] = range(len(rows))
        for field in self.fields:
            if not rows:
                break
            failures = run.failures
            column = field.column(objects, run)
            if run.failures != failures and field.completer.required:
                alive = [number for number, value in enumerate(column) if not isinstance(value, Failure)]
                for number in {*range(len(column))}.difference(alive):
                    answers[survivors[number]] = column[number]
                objects = objects.some(alive)
                survivors, column, rows = (pick(alive, row) for row in (survivors, column, rows))
            key = field.key
            for row, value in zip(rows, column, strict=True):
                row[key] = value
        return answers


def pick(numbers: Sequence[int], things: Sequence[Any]) -> list[Any]:
    return [things[number] for number in numbers]
