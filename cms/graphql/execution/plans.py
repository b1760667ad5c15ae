"""From the text of a document to a plan, once for each text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Literal

from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)

from .cache import BoundedCache, Counts
from .deferring import deferred_fields
from .plan import Plan

Stage = Literal["parsing", "admission", "validation", "choice"]
Admission = Callable[[DocumentNode], Sequence[GraphQLError]]

OVERHEAD = 500  # characters: what a kept document costs however short it is


class Refused(Exception):
    """A document is not executed: it is no GraphQL, not admitted, not valid, or has no such operation."""

    def __init__(self, stage: Stage, errors: Sequence[GraphQLError]) -> None:
        super().__init__(stage, errors)
        self.stage = stage
        self.errors = errors


class Plans:
    """The plans of one schema. Valid and refused documents are remembered, as long as there is room.

    `admit` returns what speaks against a document that is only parsed; hostile ones take longest to validate.
    `capacity` and `longest` are in characters of documents; each takes about 100 bytes of memory.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        *,
        most_tokens: int | None = None,
        most_errors: int | None = None,
        admit: Admission | None = None,
        rules: Collection[type[ASTValidationRule]] = specified_rules,
        capacity: int = 1_000_000,
        longest: int = 20_000,
    ) -> None:
        self.schema = schema
        self.most_tokens = most_tokens
        self.most_errors = most_errors
        self.admit = admit
        self.rules = rules
        self._deferred = deferred_fields(schema)
        self._cache = BoundedCache[Plan | Refused](capacity=capacity, heaviest=longest + OVERHEAD)

    def plan(self, text: str, operation_name: str | None = None) -> Plan:
        """Return the plan of a document's operation; without a name, of its only one. Raises Refused."""
        found = self._cache.get(
            (text, operation_name),
            weight=len(text) + OVERHEAD,
            make=lambda: self._made(text, operation_name),
        )
        if isinstance(found, Refused):
            raise Refused(found.stage, found.errors)
        return found

    @property
    def counts(self) -> Counts:
        return self._cache.counts()

    def _made(self, text: str, operation_name: str | None) -> Plan | Refused:
        try:
            document = parse(text, max_tokens=self.most_tokens)
        except GraphQLSyntaxError as error:
            # Kept without its traceback, which would hold on to all that the parser had in hand.
            return Refused("parsing", [error.with_traceback(None)])
        if self.admit and (reasons := self.admit(document)):
            return Refused("admission", reasons)
        if errors := validate(self.schema, document, self.rules, self.most_errors):
            return Refused("validation", errors)
        operation = get_operation_ast(document, operation_name)
        if operation is None:
            message = "Name one of the document's operations with `operationName`."
            return Refused("choice", [GraphQLError(message)])
        return Plan(self.schema, document, operation, deferred=self._deferred)
