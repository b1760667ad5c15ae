"""From what resolvers return to what the answer holds: what all types have in common.

A completer takes a column of values and returns a column of the same length: completed values, None, and a
Failure wherever something that must not be null failed. Failures travel upwards as values until a nullable
place takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphql.pyutils import Path, Undefined

from .deferring import awaited_in, refusal
from .kinds import NOTHING, Kinds, holds_exceptions, kinds_of
from .places import Places
from .run import Failure, Run
from .site import Site

Column = list[Any]  # Any: values before and after completion


class Completer:
    """Completes the values of one type at one field; `required` says whether the type is non-null."""

    def __init__(self, site: Site, *, required: bool) -> None:
        self.site = site
        self.required = required

    def complete(self, values: Column, places: Places, run: Run) -> Column:
        """Return the completed values, one for each."""
        raise NotImplementedError

    def failed(self, error: Exception, place: Path, run: Run) -> Failure | None:
        """Return what stands for a value that failed here."""
        return self.taken(self.site.failure(error, place, run), place, run)

    def taken(self, failure: Failure, place: Path, run: Run) -> Failure | None:
        """Return what a failure from below makes of the value here: null, or the same failure again."""
        if self.required:
            return failure
        run.land(failure, place)
        return None

    def null(self, places: Places, number: int, run: Run) -> Failure | None:
        """Return what stands where a resolver returned nothing."""
        if not self.required:
            return None
        message = f"Cannot return null for non-nullable field {self.site.coordinates}."
        return self.failed(TypeError(message), places[number], run)

    def split(self, values: Column, places: Places, run: Run) -> tuple[Column, Sequence[int]]:
        """Return the column to be filled and the numbers of the values that are there to be completed."""
        column: Column = [None] * len(values)
        kinds = self.checked(values, kinds_of(values), run)
        if kinds.isdisjoint(NOTHING) and not holds_exceptions(kinds):
            return column, range(len(values))
        present = []
        for number, value in enumerate(values):
            if isinstance(value, Exception):
                column[number] = self.failed(value, places[number], run)
            elif value is None or value is Undefined:
                column[number] = self.null(places, number, run)
            else:
                present.append(number)
        return column, present

    def checked(self, values: Column, kinds: Kinds, run: Run) -> Kinds:
        """Return the kinds of the values, after an exception took the place of each that had to be awaited.

        Raises NeedsCore instead if the operation may be run a second time, that is unless it is a mutation.
        """
        numbers = awaited_in(values, kinds)
        if not numbers:
            return kinds
        error = refusal(values, self.site.coordinates, run)
        for number in numbers:
            values[number] = error
        return kinds_of(values)
