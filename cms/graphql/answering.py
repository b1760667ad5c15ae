"""Runs one operation on a composed schema. Knows nothing of HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from cms.graphql.context import Context
from cms.graphql.errors import formatted, request_error
from cms.graphql.execution import Plan, Plans, Refused, execute
from cms.graphql.http.problems import RequestProblem
from cms.graphql.limits import Limits, OperationCost, check_length, reasons_against
from cms.graphql.requests import Asked
from cms.graphql.schema import ComposedSchema

LONGEST_DOCUMENT = Limits().tokens
MOST_ERRORS = 20
REFUSALS = {
    "parsing": "GRAPHQL_PARSE_FAILED",
    "admission": "GRAPHQL_VALIDATION_FAILED",
    "validation": "GRAPHQL_VALIDATION_FAILED",
    "choice": "OPERATION_NOT_FOUND",
}


@dataclass(frozen=True)
class Answer:
    """The body of a response, whether the operation ran at all, and what caches may drop it by.

    Without tags nobody may keep it: it failed, or it changed something.
    """

    body: dict[str, Any]  # Any: JSON
    has_run: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """On which terms an operation is answered. `charge` is told its cost before it runs, and may raise."""

    limits: Limits
    may_introspect: bool
    charge: Callable[[int], None]


OWN_TERMS = Terms(Limits(), may_introspect=True, charge=lambda _points: None)
"""For questions that the house asks itself."""


def answer(
    asked: Asked, *, schema: ComposedSchema, context: Context, is_get: bool, terms: Terms = OWN_TERMS
) -> Answer:
    """Return the answer to an operation. Raises RequestProblem for a mutation by GET."""
    try:
        check_length(asked.query, terms.limits)
        plan = plans_of(schema.graphql, terms.limits).plan(asked.query, asked.operation_name)
        cost = admitted_cost(plan, asked, terms)
    except GraphQLError as error:
        return refused([error], "GRAPHQL_VALIDATION_FAILED", context, terms)
    except Refused as refusal:
        return refused(refusal.errors, REFUSALS[refusal.stage], context, terms)
    if is_get and plan.operation.operation is not OperationType.QUERY:
        raise RequestProblem(405, "METHOD_NOT_ALLOWED", "Send mutations by POST.", Allow="POST")
    terms.charge(cost)
    with context.ledger.listening():
        result = execute(plan, context=context, variables=asked.variables)
    answered = told(result, plan, schema, context, terms)
    if "errors" not in answered.body and plan.operation.operation is OperationType.QUERY:
        answered = replace(answered, tags=context.ledger.fitted())
    if asked.wants_cost:
        answered.body["extensions"] = {"cost": {"requested": cost, "limit": terms.limits.cost}}
    return answered


@lru_cache(maxsize=4)  # a process has one schema, and another for each question what were without a plugin
def plans_of(schema: GraphQLSchema, limits: Limits) -> Plans:
    """Return the plans of a schema, which remember the documents asked before."""
    return Plans(
        schema,
        most_tokens=limits.tokens,
        most_errors=MOST_ERRORS,
        admit=lambda document: reasons_against(document, limits),
        longest=limits.characters,
    )


def admitted_cost(plan: Plan, asked: Asked, terms: Terms) -> int:
    """Return the cost of an operation, in points. Raises GraphQLError for one that is not answered."""
    cost = cost_of(plan)
    if cost.introspects and not terms.may_introspect:
        message = "The schema is in the frontend contract. To ask for it here, send a token that may."
        raise GraphQLError(message, extensions={"code": "INTROSPECTION_REFUSED"})
    return cost.admitted(asked.variables, terms.limits)


@lru_cache(maxsize=1_000)
def cost_of(plan: Plan) -> OperationCost:
    return OperationCost(plan.schema, plan.document, plan.operation)


def refused(errors: Sequence[GraphQLError], code: str, context: Context, terms: Terms) -> Answer:
    shown = [
        request_error(
            (error.extensions or {}).get("code", code),
            error.message,
            request_id=context.request_id,
            shows_names=terms.may_introspect,
            about=error,
        )
        for error in errors
    ]
    return Answer({"errors": shown}, has_run=False)


def told(
    result: ExecutionResult, plan: Plan, schema: ComposedSchema, context: Context, terms: Terms
) -> Answer:
    if not result.errors:
        return Answer({"data": result.data}, has_run=True)
    owners = owners_by_response_key(plan.document, plan.operation, schema)
    errors = [
        formatted(error, owners=owners, request_id=context.request_id, shows_names=terms.may_introspect)
        for error in result.errors
    ]
    if result.data is None and all(error.path is None for error in result.errors):
        return Answer({"errors": errors}, has_run=False)
    return Answer({"errors": errors, "data": result.data}, has_run=True)


def owners_by_response_key(
    document: DocumentNode, operation: OperationDefinitionNode, schema: ComposedSchema
) -> dict[str, str]:
    """Return who owns each root field of the operation, by its name or alias in the answer."""
    fragments = {node.name.value: node for node in document.definitions if node.kind == "fragment_definition"}  # type: ignore[attr-defined]  # fragments have names
    fields = root_fields(operation.selection_set, fragments)
    return {
        (field.alias or field.name).value: schema.owners[field.name.value]
        for field in fields
        if field.name.value in schema.owners
    }


def root_fields(selections: SelectionSetNode, fragments: dict[str, Any]) -> Iterator[FieldNode]:
    for node in selections.selections:
        if isinstance(node, FieldNode):
            yield node
        elif isinstance(node, FragmentSpreadNode):
            yield from root_fields(fragments[node.name.value].selection_set, fragments)
        else:
            yield from root_fields(node.selection_set, fragments)  # type: ignore[attr-defined]  # inline fragment
