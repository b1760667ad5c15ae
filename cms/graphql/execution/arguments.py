"""The arguments of a field, coerced by graphql-core: once for all objects where nobody can alter them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import chain, repeat
from typing import Any
from uuid import UUID

from graphql import FieldNode, GraphQLField, VariableNode
from graphql.execution.values import get_argument_values
from graphql.language import Visitor, visit

from .run import Run

Given = dict[str, Any]  # Any: as their types coerce them

UNALTERABLE = (str, int, float, type(None), date, time, Decimal, UUID, Enum)


class Arguments:
    """How the arguments of one field of a document are found."""

    __slots__ = ("_definition", "_fixed", "_node", "_varies")

    def __init__(self, definition: GraphQLField, node: FieldNode) -> None:
        self._definition = definition
        self._node = node
        self._varies = uses_variables(node)
        self._fixed: Given | None = {} if not definition.args else None

    def each(self, run: Run) -> Iterator[Given]:
        """Return the arguments of each object, without end. Raises GraphQLError when one does not fit."""
        if self._fixed is not None:
            return repeat(self._fixed)
        coerce = partial(get_argument_values, self._definition, self._node, run.variables)
        first = coerce()
        if not all(isinstance(value, UNALTERABLE) for value in first.values()):
            # A resolver may well alter a list that it is given; the next object's must not change with it.
            return chain((first,), iter(coerce, None))
        if not self._varies:
            self._fixed = first
        return repeat(first)


def uses_variables(node: FieldNode) -> bool:
    found = VariableFinder()
    for argument in node.arguments:
        visit(argument, found)
    return found.has_any


class VariableFinder(Visitor):
    """Notices variables."""

    has_any = False

    def enter_variable(self, node: VariableNode, *_: object) -> None:
        self.has_any = True
