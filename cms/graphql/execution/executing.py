"""Executes a plan, with the answer and the errors that graphql-core would give."""

from __future__ import annotations

from collections.abc import Awaitable
from contextlib import suppress
from typing import Any, cast

import graphql
from graphql import ExecutionResult, GraphQLError, OperationType
from graphql.execution.values import get_variable_values

from .deferring import NeedsCore
from .objects import Objects
from .places import root_places
from .plan import Plan
from .run import Failure, Run
from .tracing import Trace

MOST_COERCION_ERRORS = 50  # graphql-core's own limit
TOO_DEEP = "Selections are nested too deeply. Execution aborted."
HAS_TO_BE_AWAITED = "A resolver of this operation is asynchronous: use execute_or_defer and await the answer."


def execute(
    plan: Plan,
    *,
    root: Any = None,  # Any: what resolvers of the root types take
    context: Any = None,  # Any: what resolvers take from info
    variables: dict[str, Any] | None = None,  # Any: JSON
    trace: Trace | None = None,
) -> ExecutionResult:
    """Return the answer with all errors. Raises TypeError if it would have to be awaited."""
    if plan.is_asynchronous:
        raise TypeError(HAS_TO_BE_AWAITED)
    if plan.needs_core:
        return cast(ExecutionResult, executed_by_core(plan, root, context, variables))
    try:
        return executed(plan, root, context, variables, trace)
    except NeedsCore:
        raise TypeError(HAS_TO_BE_AWAITED) from None


def execute_or_defer(
    plan: Plan,
    *,
    root: Any = None,
    context: Any = None,
    variables: dict[str, Any] | None = None,
    trace: Trace | None = None,
) -> ExecutionResult | Awaitable[ExecutionResult]:
    """Return the answer, or what it can be awaited from if a resolver is asynchronous.

    A query that turns out to have one is started again by graphql-core; a mutation fails at that field.
    """
    if not plan.needs_core:
        with suppress(NeedsCore):
            return executed(plan, root, context, variables, trace)
    return executed_by_core(plan, root, context, variables)


def executed_by_core(
    plan: Plan, root: Any, context: Any, variables: dict[str, Any] | None
) -> ExecutionResult | Awaitable[ExecutionResult]:
    return graphql.execute(
        plan.schema,
        plan.document,
        root_value=root,
        context_value=context,
        variable_values=variables,
        operation_name=plan.operation.name.value if plan.operation.name else None,
    )


def executed(
    plan: Plan, root: Any, context: Any, variables: dict[str, Any] | None, trace: Trace | None
) -> ExecutionResult:
    operation = plan.operation
    coerced = get_variable_values(
        plan.schema, operation.variable_definitions or (), variables or {}, max_errors=MOST_COERCION_ERRORS
    )
    if isinstance(coerced, list):
        return ExecutionResult(None, coerced)
    run = Run(
        common=(plan.schema, plan.fragments, operation),
        root=root,
        context=context,
        variables=coerced,
        is_mutation=operation.operation is OperationType.MUTATION,
        trace=trace,
    )
    try:
        [answer] = plan.compiled(coerced).root.answers(Objects([root], root_places()), run)
    except GraphQLError as error:
        return ExecutionResult(None, [error])
    except RecursionError:
        return ExecutionResult(None, [GraphQLError(TOO_DEEP, operation)])
    if isinstance(answer, Failure):
        return ExecutionResult(None, run.errors(answer))
    return ExecutionResult(answer, run.errors())
