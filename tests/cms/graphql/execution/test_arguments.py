"""Arguments: as graphql-core coerces them, and no object sees what another one's resolver did to its own."""

from typing import Any

from comparing import agreed, schema_of

from cms.graphql.execution import Plans, execute

SDL = """
input Size { width: Int! unit: String = "mm" }
type Page { told(size: Size, words: [String!] = ["a"], count: Int = 3): String }
type Query { pages: [Page] }
"""
PAGES = [{"key": 1}, {"key": 2}]


def told(page: Any, info: Any, **arguments: Any) -> str:
    return repr(arguments)


def test_literals_defaults_and_variables_are_coerced_as_by_graphql_core() -> None:
    query = """query ($w: Int!, $words: [String!], $none: Int) { pages {
        told a: told(size: {width: $w}) b: told(words: $words)
        c: told(words: "one", count: $none) d: told(size: null)
    } }"""

    result = agreed(
        schema_of(SDL, Page__told=told),
        query,
        root=lambda: {"pages": PAGES},
        variables={"w": 5, "words": ["x"]},
    )

    assert result.data
    assert result.data["pages"][0] == {
        "told": "{'words': ['a'], 'count': 3}",
        "a": "{'size': {'width': 5, 'unit': 'mm'}, 'words': ['a'], 'count': 3}",
        "b": "{'words': ['x'], 'count': 3}",
        "c": "{'words': ['one'], 'count': 3}",
        "d": "{'size': None, 'words': ['a'], 'count': 3}",
    }


def test_a_resolver_that_alters_its_arguments_alters_nobody_elses() -> None:
    def altering(page: Any, info: Any, words: list[str], **arguments: Any) -> str:
        words.append(str(page["key"]))
        return " ".join(words)

    schema = schema_of(SDL, Page__told=altering)
    plan = Plans(schema).plan('{ pages { told(words: ["a", "b"]) } }')

    answers = [execute(plan, root={"pages": PAGES}).data for _ in range(2)]

    assert answers == [{"pages": [{"told": "a b 1"}, {"told": "a b 2"}]}] * 2


def test_an_argument_that_cannot_be_coerced_is_an_error_at_each_object() -> None:
    sdl = "type Page { told(count: Int!): String } type Query { pages: [Page] }"

    result = agreed(
        schema_of(sdl, Page__told=told),
        "query ($c: Int = 1) { pages { told(count: $c) } }",
        root=lambda: {"pages": PAGES},
        variables={"c": None},
    )

    assert [error.path for error in result.errors or []] == [["pages", 0, "told"], ["pages", 1, "told"]]


def test_what_one_request_gives_is_not_what_the_next_one_gets() -> None:
    plan = Plans(schema_of(SDL, Page__told=told)).plan(
        "query ($c: Int) { pages { told(count: $c, words: null) } }"
    )

    first, second = (
        execute(plan, root={"pages": PAGES[:1]}, variables={"c": count}).data for count in (1, 2)
    )

    assert first == {"pages": [{"told": "{'words': None, 'count': 1}"}]}
    assert second == {"pages": [{"told": "{'words': None, 'count': 2}"}]}
