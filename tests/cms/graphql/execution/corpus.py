"""Operations that executors get wrong. What the differential test finds is added here, made small."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from graphql import GraphQLError, GraphQLResolveInfo

SDL = """
interface Named { name: String title(size: Int, words: [String!]): String! }
type Page implements Named {
  name: String
  title(size: Int, words: [String!]): String!
  weight: Float
  count: Int
  shown: Boolean
  colour: Colour
  key: ID!
  odd: Odd
  up: Page
  sure: Page!
  pages: [Page!]!
  some: [Page]
  rows: [[Int!]]
  tags: [String!]
  named: Named
  either: Either
  eithers: [Either!]
}
type File implements Named { name: String title(size: Int, words: [String!]): String! bytes: Int! }
union Either = Page | File
enum Colour { RED BLUE }
scalar Odd
input Size { width: Int! unit: String = "mm" }
type Query {
  page: Page
  pages: [Page!]
  sized(size: Size, sizes: [Size!], colour: Colour = RED): String
  sure: Page!
}
type Mutation { first: Int second: Int! third: Int }
"""


class Fails:
    """A page whose attributes raise, return and are errors."""

    __typename = "Page"
    key = "k"
    count = ValueError("as a value")

    @property
    def name(self) -> str:
        raise ValueError("a property")

    def weight(self, info: GraphQLResolveInfo) -> float:
        raise KeyError(info.field_name)

    def shown(self, info: GraphQLResolveInfo) -> bool:
        return info.path.as_list() == ["page", "shown"]


def page(**values: Any) -> dict[str, Any]:
    return {"__typename": "Page", "key": "k", "title": "t", **values}


def breaking(*items: Any) -> Iterator[Any]:
    yield from items
    raise RuntimeError("broke off")


def told(info: GraphQLResolveInfo, **arguments: Any) -> str:
    return repr((info.path.as_list(), arguments))


def located() -> GraphQLError:
    """Return an error that says itself where it happened."""
    return GraphQLError("elsewhere", path=["some", "where"], extensions={"code": "ELSEWHERE"})


@dataclass(frozen=True)
class Case:
    """A query on SDL with the root value that it is asked of."""

    name: str
    query: str
    root: Callable[[], Any] = dict
    variables: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


CASES = [
    Case("nothing at the root", "{ page { name } pages { name } }"),
    Case("names of types", "{ __typename p: __typename page { __typename } }", lambda: {"page": page()}),
    Case("an attribute that raises", "{ page { name weight count shown key } }", lambda: {"page": Fails()}),
    Case("a root that is no mapping", "{ page { key } }", lambda: SimpleNamespace(page=page())),
    Case("a mapping that is no dict", "{ page { key name } }", lambda: {"page": UserDict(page(name="n"))}),
    Case(
        "a mixture of mappings and objects", "{ pages { key } }", lambda: {"pages": [page(), Fails(), page()]}
    ),
    Case("a required field that is null", "{ page { name key } }", lambda: {"page": page(key=None)}),
    Case("null at the very root", "{ page { key } sure { key } }", lambda: {"page": page(), "sure": None}),
    Case(
        "an error before the one that makes an object null",
        "{ page { up { name count key shown } } }",
        lambda: {"page": page(up=page(count="x", key=None, shown="x"))},
    ),
    Case(
        "errors behind the item that makes a list null",
        "{ page { some { count pages { count key } } } }",
        lambda: {
            "page": page(
                some=[
                    page(pages=[page(count="a"), page(count="b", key=None), page(count="c"), page(key=None)]),
                    page(count="d", pages=[page(count="e")]),
                ]
            )
        },
    ),
    Case(
        "a later field that fails in an earlier object",
        "{ page { pages { up { key } count key } } }",
        lambda: {"page": page(pages=[page(count="x", key=None), page(up=page(key=None))])},
    ),
    Case(
        "no list", "{ page { some { key } tags rows } }", lambda: {"page": page(some=5, tags="text", rows={})}
    ),
    Case(
        "lists in lists", "{ page { rows } }", lambda: {"page": page(rows=[[1, None], None, (2,), [], "x"])}
    ),
    Case("a generator", "{ page { tags } }", lambda: {"page": page(tags=(tag for tag in "ab"))}),
    Case("a generator that breaks off", "{ page { tags } }", lambda: {"page": page(tags=breaking("a", "b"))}),
    Case(
        "a generator that breaks off after a failed item",
        "{ page { pages { count key } some { count } } }",
        lambda: {
            "page": page(
                pages=breaking(page(count="x"), page(key=None), page(count="y")),
                some=breaking(page(count="x")),
            )
        },
    ),
    Case(
        "exceptions as values",
        "{ pages { key } page { up { key } } }",
        lambda: {"pages": [page(), KeyError("x")]},
    ),
    Case("an error with a path of its own", "{ page { name } }", lambda: {"page": page(name=located())}),
    Case(
        "numbers that are none",
        "{ page { weight count a: up { weight count } } }",
        lambda: {"page": page(weight=float("nan"), count=2**40, up=page(weight=10**400, count="7"))},
    ),
    Case(
        "leaves of other types", "{ page { name key shown } }", lambda: {"page": page(name=1, key=2, shown=1)}
    ),
    Case("a mapping as a string", "{ page { name } }", lambda: {"page": page(name={"a": 1})}),
    Case(
        "an unknown enum value", "{ page { colour up { colour } } }", lambda: {"page": page(colour="GREEN")}
    ),
    Case("a scalar that serialises to nothing", "{ page { odd } }", lambda: {"page": page(odd="")}),
    Case(
        "an abstract type without a type",
        "{ page { either { __typename } } }",
        lambda: {"page": page(either={})},
    ),
    Case(
        "types that are unknown, no object, or not possible",
        "{ page { eithers { __typename } named { name } } }",
        lambda: {"page": page(eithers=[page(), {"__typename": "Nowhere"}], named={"__typename": "Colour"})},
    ),
    Case(
        "a possible type of another union",
        "{ page { named { name } either { ... on File { bytes } } } }",
        lambda: {"page": page(named={"__typename": "Query"}, either={"__typename": "File", "bytes": 1})},
    ),
    Case(
        "fragments of several types",
        "{ page { eithers { ...P ... on Named { name } ... on File { bytes } } } } "
        "fragment P on Page { key name ...N } fragment N on Named { title }",
        lambda: {"page": page(eithers=[page(name="a"), {"__typename": "File", "bytes": 5, "title": "f"}])},
    ),
    Case(
        "fields that are merged",
        "{ page { up { key } ...U up { count } } } fragment U on Page { up { name up { key } } up { key } }",
        lambda: {"page": page(up=page(name="n", count=1, up=page()))},
    ),
    Case(
        "directives with variables",
        "query ($y: Boolean = true, $n: Boolean!) { page { name @skip(if: $y) key @include(if: $n) "
        "... @include(if: $y) { count @skip(if: $n) } ...F @skip(if: $n) } } fragment F on Page { shown }",
        lambda: {"page": page()},
        {"n": False},
    ),
    Case(
        "a condition that is null at the root",
        "query ($y: Boolean = true) { page @skip(if: $y) { key } }",
        variables={"y": None},
    ),
    Case(
        "a condition that is null further down",
        "query ($y: Boolean = true) { page { count up { key @skip(if: $y) } pages { key @skip(if: $y) } } }",
        lambda: {"page": page(up=page(), pages=[page(), page()])},
        {"y": None},
    ),
    Case("everything left out", "{ page { key @skip(if: true) } }", lambda: {"page": page()}),
    Case(
        "an argument with a null variable",
        "query ($s: Int) { page { named { title(size: $s) } } }",
        lambda: {"page": page(named=page(title=told))},
        {"s": None},
    ),
    Case("a variable that is missing", "query ($s: Size!) { sized(size: $s) }"),
    Case(
        "a variable of the wrong type",
        "query ($s: Size) { sized(size: $s) }",
        variables={"s": {"width": "x"}},
    ),
    Case(
        "a variable within a list",
        "query ($w: Int!) { sized(sizes: [{width: $w}, {width: 2}]) }",
        variables={"w": 5},
    ),
    Case(
        "a null variable within a list",
        "query ($s: Size = {width: 1}) { sized(sizes: [$s]) }",
        variables={"s": None},
    ),
    Case(
        "too many variables that do not fit",
        "query ($s: [Size!]) { sized(sizes: $s) }",
        variables={"s": [5] * 60},
    ),
    Case("a mutation that stops", "mutation { first second third }", lambda: {"first": 1, "third": 3}),
]
