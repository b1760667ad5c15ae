"""What one execution carries along: variables, context, and the errors that found their place."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLError
from graphql.pyutils import Path, is_awaitable

from .tracing import Trace


class Failure:
    """Stands in a column for a value that failed, until a nullable place above takes it."""

    __slots__ = ("error",)

    def __init__(self, error: GraphQLError) -> None:
        self.error = error


class Run:
    """One execution. `tail` is what every GraphQLResolveInfo of it ends with."""

    __slots__ = ("failures", "is_mutation", "landed", "tail", "trace", "variables")

    def __init__(
        self,
        *,
        common: tuple[Any, Any, Any],
        root: object,
        context: object,
        variables: dict[str, Any],  # Any: as their types coerce them
        is_mutation: bool,
        trace: Trace | None,
    ) -> None:
        schema, fragments, operation = common
        self.tail = (schema, fragments, root, operation, variables, context, is_awaitable)
        self.variables = variables
        self.is_mutation = is_mutation
        self.trace = trace
        self.failures = 0
        self.landed: list[tuple[Path, GraphQLError]] = []

    def fail(self, error: GraphQLError) -> Failure:
        """Return what stands for the value; the number of failures tells callers to look for one."""
        self.failures += 1
        return Failure(error)

    def land(self, failure: Failure, place: Path) -> None:
        """Report the error: the value at this place becomes null because of it."""
        self.landed.append((place, failure.error))

    def forget_behind(self, place: Path, index: int) -> None:
        """Drop errors of a list's items behind the one that made the whole list null.

        Depth first, those items would never have been looked at.
        """
        prefix = place.as_list()
        depth = len(prefix)

        def stands_behind(path: list[Any]) -> bool:
            return len(path) > depth and path[:depth] == prefix and path[depth] > index

        self.landed = [entry for entry in self.landed if not stands_behind(entry[0].as_list())]

    def errors(self, above: Failure | None = None) -> list[GraphQLError] | None:
        """Return all errors, with one that nothing took, in graphql-core's order; None if there are none."""
        errors = [error for _, error in self.landed]
        if above:
            errors.append(above.error)
        errors.sort(key=lambda error: (error.locations or [], error.path or [], error.message))
        return errors or None
