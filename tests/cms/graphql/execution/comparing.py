"""Puts our answer beside graphql-core's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphql
from graphql import ExecutionResult, GraphQLSchema, build_schema

from cms.graphql.execution import Plans, execute

Shown = tuple[str, list[tuple[Any, ...]]]


def answers(
    text: str,
    *,
    plans: Plans,
    root: Callable[[], Any] = lambda: None,
    variables: dict[str, Any] | None = None,
) -> tuple[Shown, Shown]:
    """Return graphql-core's answer and ours, comparable. `root` makes the root value for each."""
    plan = plans.plan(text)
    core: Any = graphql.execute(
        plans.schema, plan.document, root_value=root(), context_value="context", variable_values=variables
    )
    ours = execute(plan, root=root(), context="context", variables=variables)
    return shown(core), shown(ours)


def shown(result: ExecutionResult) -> Shown:
    """Return data as text, where NaN is itself and 1 is not True and keys have an order; and all errors."""
    errors = [
        (error.message, error.path, error.locations, type(error.original_error), error.extensions)
        for error in result.errors or []
    ]
    return repr(result.data), errors


def schema_of(sdl: str, **resolvers: Callable[..., Any]) -> GraphQLSchema:
    """Return a schema with resolvers named like `Query__pages`; `Page__is_type_of` decides about a type."""
    schema = build_schema(sdl)
    for place, function in resolvers.items():
        type_name, _, name = place.partition("__")
        named: Any = schema.type_map[type_name]
        if name in ("is_type_of", "resolve_type", "serialize"):
            setattr(named, name, function)
        else:
            named.fields[name].resolve = function
    return schema


def agreed(
    schema: GraphQLSchema,
    text: str,
    *,
    root: Callable[[], Any] = lambda: None,
    variables: dict[str, Any] | None = None,
) -> ExecutionResult:
    """Return our answer, after making sure that it is graphql-core's."""
    plans = Plans(schema)
    core, ours = answers(text, plans=plans, root=root, variables=variables)
    assert ours == core
    return execute(plans.plan(text), root=root(), context="context", variables=variables)
