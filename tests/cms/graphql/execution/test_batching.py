"""Batch resolvers: called once for a level; by graphql-core for each object, with the same answer."""

from typing import Any

import graphene
import graphql
import pytest
from comparing import agreed, schema_of
from graphql import GraphQLResolveInfo

from cms.graphql.execution import Plans, batch, execute

SDL = """
type Author { name: String }
type Page { key: Int! author(short: Boolean = false): Author kind: String! }
type Query { pages: [Page] groups: [[Page!]!] }
"""
PAGES = [{"key": 1}, {"key": 2}, None, {"key": 3}]


def test_a_batch_resolver_is_called_once_with_all_objects_of_the_level() -> None:
    calls: list[tuple[list[int], bool]] = []

    @batch
    def authors(pages: list[Any], info: GraphQLResolveInfo, short: bool) -> list[Any]:
        calls.append(([page["key"] for page in pages], short))
        return [{"name": f"author of {page['key']}"} for page in pages]

    plan = Plans(schema_of(SDL, Page__author=authors)).plan("{ groups { author(short: true) { name } } }")

    result = execute(plan, root={"groups": [PAGES[:2], [], PAGES[3:]]})

    assert calls == [([1, 2, 3], True)]
    assert result.data == {
        "groups": [
            [{"author": {"name": "author of 1"}}, {"author": {"name": "author of 2"}}],
            [],
            [{"author": {"name": "author of 3"}}],
        ]
    }


def test_an_exception_as_a_value_is_an_error_at_that_object_alone() -> None:
    @batch
    def kinds(pages: list[Any], info: GraphQLResolveInfo) -> list[Any]:
        return [ValueError("has none") if page["key"] == 2 else "kind" for page in pages]

    result = agreed(schema_of(SDL, Page__kind=kinds), "{ pages { kind } }", root=lambda: {"pages": PAGES})

    assert result.data == {"pages": [{"kind": "kind"}, None, None, {"kind": "kind"}]}
    assert [(error.message, error.path) for error in result.errors or []] == [
        ("has none", ["pages", 1, "kind"])
    ]


def test_a_raised_exception_is_an_error_at_every_object() -> None:
    @batch
    def authors(pages: list[Any], info: GraphQLResolveInfo, short: bool) -> list[Any]:
        raise LookupError("none of them")

    result = agreed(
        schema_of(SDL, Page__author=authors), "{ pages { author { name } } }", root=lambda: {"pages": PAGES}
    )

    assert [error.path for error in result.errors or []] == [["pages", n, "author"] for n in (0, 1, 3)]


@pytest.mark.parametrize(
    ("returned", "got"), [([1], "1 values"), ([1] * 4, "4 values"), (None, "NoneType"), ("abc", "str")]
)
def test_a_list_of_the_wrong_length_is_a_clear_error(returned: Any, got: str) -> None:
    @batch
    def authors(pages: list[Any], info: GraphQLResolveInfo, short: bool) -> list[Any]:
        return returned

    plan = Plans(schema_of(SDL, Page__author=authors)).plan("{ pages { author { name } } }")
    result = execute(plan, root={"pages": PAGES})

    assert result.data == {"pages": [{"author": None}, {"author": None}, None, {"author": None}]}
    assert {error.message.split(". ")[0].split(">.")[-1] for error in result.errors or []} == {
        f"authors returned {got} for 3 objects"
    }


def test_graphene_types_can_have_batch_and_ordinary_resolvers_side_by_side() -> None:
    class Page(graphene.ObjectType):
        key = graphene.Int()
        double = graphene.Int(by=graphene.Int(default_value=2))
        name = graphene.String()

        @batch
        def resolve_double(pages: list[Any], info: GraphQLResolveInfo, by: int) -> list[int]:
            return [page["key"] * by for page in pages]

        def resolve_name(page: Any, info: GraphQLResolveInfo) -> str:
            return f"page {page['key']}"

    class Query(graphene.ObjectType):
        pages = graphene.List(Page)

    schema = graphene.Schema(query=Query).graphql_schema

    result = agreed(
        schema, "{ pages { key double ten: double(by: 10) name } }", root=lambda: {"pages": PAGES[:2]}
    )

    assert result.data == {
        "pages": [
            {"key": 1, "double": 2, "ten": 10, "name": "page 1"},
            {"key": 2, "double": 4, "ten": 20, "name": "page 2"},
        ]
    }


def test_graphql_core_alone_calls_it_with_one_object_at_a_time() -> None:
    sizes: list[int] = []

    @batch
    def kinds(pages: list[Any], info: GraphQLResolveInfo) -> list[str]:
        sizes.append(len(pages))
        return ["kind"] * len(pages)

    schema = schema_of(SDL, Page__kind=kinds)

    graphql.graphql_sync(schema, "{ pages { kind } }", root_value={"pages": PAGES})

    assert sizes == [1, 1, 1]


def test_it_is_not_called_when_there_is_no_object() -> None:
    @batch
    def kinds(pages: list[Any], info: GraphQLResolveInfo) -> list[str]:
        raise AssertionError

    result = agreed(schema_of(SDL, Page__kind=kinds), "{ pages { kind } }", root=lambda: {"pages": [None]})

    assert result.data == {"pages": [None]}
