"""Lists. The items of all lists of a column are completed together, as one column."""

from __future__ import annotations

from collections.abc import AsyncIterable
from itertools import accumulate
from typing import Any

from graphql import GraphQLError
from graphql.pyutils import Path, is_iterable

from .completion import Column, Completer
from .deferring import refusal
from .places import Places
from .run import Failure, Run
from .site import Site


class ListOf(Completer):
    """A list of what another completer completes."""

    def __init__(self, items: Completer, site: Site, *, required: bool) -> None:
        super().__init__(site, required=required)
        self.items = items

    def complete(self, values: Column, places: Places, run: Run) -> Column:
        column, present = self.split(values, places, run)
        items: Column = []
        counts = [0] * len(values)
        problems: dict[int, Exception] = {}
        for number in present:
            before = len(items)
            if problem := self.unpack(values[number], items, run):
                problems[number] = problem
            counts[number] = len(items) - before
        failures = run.failures
        completed = self.items.complete(items, places.items(counts), run)
        is_whole = not problems and not (self.items.required and run.failures != failures)
        ends = list(accumulate(counts))
        for number in present:
            part = completed[ends[number] - counts[number] : ends[number]]
            column[number] = part if is_whole else self.ended(part, problems.get(number), places[number], run)
        return column

    def unpack(self, value: Any, items: Column, run: Run) -> Exception | None:
        """Add the items of a list; return what went wrong while they were read."""
        if type(value) is list:
            items.extend(value)
            return None
        if not is_iterable(value):
            return self.not_a_list(value, run)
        try:
            for item in value:
                items.append(item)
        except Exception as error:
            return error
        return None

    def not_a_list(self, value: Any, run: Run) -> Exception:
        if isinstance(value, AsyncIterable):
            return refusal([], self.site.coordinates, run)
        return GraphQLError(f"Expected Iterable, but did not find one for field '{self.site.coordinates}'.")

    def ended(self, part: Column, problem: Exception | None, place: Path, run: Run) -> Any:
        """Return the list, or what its first failed item or else the failure to read it makes of it."""
        if self.items.required:
            for index, item in enumerate(part):
                if isinstance(item, Failure):
                    run.forget_behind(place, index)
                    return self.taken(item, place, run)
        return part if problem is None else self.failed(problem, place, run)
