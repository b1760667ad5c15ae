"""What has to be awaited is left to graphql-core: known before where possible, else by starting again."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from comparing import schema_of
from graphql import ExecutionResult, GraphQLSchema

from cms.graphql.execution import Plans, execute, execute_or_defer

SDL = """
interface Named { name: String }
type Page implements Named { name: String }
type Query { page: Page plain: Int names: [String] named: Named }
type Mutation { change: Int other: Int }
type Subscription { changes: Int }
"""


async def slowly(*_: Any) -> str:
    return "awaited"


async def one_by_one(*_: Any) -> AsyncIterator[str]:
    yield "awaited"


def unexpectedly(*_: Any) -> Any:
    return slowly()


def awaited(schema: GraphQLSchema, text: str, **options: Any) -> Any:
    async def answer() -> ExecutionResult:
        result = execute_or_defer(Plans(schema).plan(text), **options)
        return result if isinstance(result, ExecutionResult) else await result

    return asyncio.run(answer())


def test_a_field_with_an_asynchronous_resolver_is_known_before() -> None:
    plans = Plans(schema_of(SDL, Page__name=slowly, Query__names=one_by_one))

    assert plans.plan("{ page { name } }").needs_core
    assert plans.plan("{ names }").needs_core
    assert not plans.plan("{ plain }").needs_core


def test_an_asynchronous_choice_of_type_is_known_before() -> None:
    plans = Plans(schema_of(SDL, Page__is_type_of=slowly))

    assert plans.plan("{ named { __typename } }").needs_core
    assert plans.plan("{ page { __typename } }").needs_core
    assert not plans.plan("{ plain }").needs_core


def test_a_subscription_is_graphql_cores() -> None:
    assert Plans(schema_of(SDL)).plan("subscription { changes }").needs_core


def test_an_operation_that_the_schema_does_not_have_is_graphql_cores_error() -> None:
    result = execute(Plans(schema_of("type Query { a: Int }")).plan("mutation { __typename }"))

    assert [error.message for error in result.errors or []] == [
        "Schema is not configured to execute mutation operation."
    ]


@pytest.mark.parametrize("resolver", [slowly, unexpectedly])
def test_a_query_that_has_to_be_awaited_can_be(resolver: Any) -> None:
    schema = schema_of(SDL, Page__name=resolver)

    result = awaited(schema, "{ page { name } plain }", root={"page": {}, "plain": 1})

    assert result == ExecutionResult({"page": {"name": "awaited"}, "plain": 1}, None)


@pytest.mark.parametrize(
    ("query", "root"),
    [
        ("{ plain }", {"plain": slowly}),
        ("{ page { name } }", {"page": slowly}),
        ("{ names }", {"names": slowly}),
        ("{ names }", {"names": one_by_one}),
        ("{ names }", {"names": lambda _: [slowly()]}),
        ("{ named { name } }", {"named": slowly}),
    ],
)
def test_whatever_turns_out_to_be_awaitable_is_left_to_graphql_core(query: str, root: Any) -> None:
    plan = Plans(schema_of(SDL)).plan(query)

    with pytest.raises(TypeError, match="execute_or_defer"):
        execute(plan, root=root)


@pytest.mark.parametrize("function", ["Named__resolve_type", "Page__is_type_of"])
def test_a_type_that_turns_out_to_be_awaitable_is_left_to_graphql_core(function: str) -> None:
    resolvers = {"Named__resolve_type": lambda *_: "Page", function: unexpectedly}
    plan = Plans(schema_of(SDL, **resolvers)).plan("{ named { name } }")

    with pytest.raises(TypeError, match="execute_or_defer"):
        execute(plan, root={"named": {}})


def test_a_mutation_is_not_run_twice_but_fails_where_it_would_have_to_be_awaited() -> None:
    calls: list[str] = []
    schema = schema_of(SDL, Mutation__other=lambda *_: calls.append("other"), Mutation__change=unexpectedly)

    result = execute(Plans(schema).plan("mutation { other change }"))

    assert calls == ["other"]
    assert result.data == {"other": None, "change": None}
    assert [error.message for error in result.errors or []] == [
        "What Mutation.change returned has to be awaited: declare the resolver `async def`."
    ]
