"""How long documents made to hurt take to be refused: `python -m cms.graphql.benchmarks.hostile`."""

from __future__ import annotations

from time import process_time
from types import SimpleNamespace
from typing import Any

import django

ALIASES = " ".join(f"a{number}: __typename" for number in range(400))
DOCUMENTS = {
    "tokens": ("{" + " a" * 9_000 + "}", "TOO_MANY_TOKENS"),
    "characters": ('{ page(id: "' + "x" * 90_000 + '") { id } }', "DOCUMENT_TOO_LONG"),
    "quotes": ('{ page(id: "' + '\\"' * 9_000, "GRAPHQL_PARSE_FAILED"),
    "comments": ("#\n" * 9_900 + "{ __typename", "GRAPHQL_PARSE_FAILED"),
    "digits": ("{ menu(handle: " + "9" * 19_000 + ", locale: TR) { title } }", "GRAPHQL_VALIDATION_FAILED"),
    "brackets": ("{ a" * 300 + "}" * 300, "GRAPHQL_PARSE_FAILED"),
    "lists": ("{ page(id: " + "[" * 190 + "]" * 190 + ") { id } }", "GRAPHQL_VALIDATION_FAILED"),
    "depth": ("{ page(id: 1)" + " { parent" * 60 + " { id }" + " }" * 60 + " }", "TOO_DEEP"),
    "inline fragments": ("{" + "... {" * 150 + "__typename" + "}" * 151, "TOO_DEEP"),
    "aliases": ("{" + ALIASES + "}", "TOO_MANY_ALIASES"),
    "aliases in fragments": (
        "{" + "...A " * 20 + "} fragment A on Query { a: site b: site c: site }",
        "TOO_MANY_ALIASES",
    ),
    "root fields": ("{" + " __typename" * 900 + "}", "TOO_MANY_ROOT_FIELDS"),
    "same field": ("{ site(locale: TR) {" + " name" * 900 + "} }", "TOO_MANY_REPETITIONS"),
    "same list": (
        "{" + (" site(locale: TR) { site {" + " name" * 20 + "} }") * 5 + "}",
        "TOO_MANY_REPETITIONS",
    ),
    "directives": ("{ __typename" + " @include(if: true)" * 200 + " }", "TOO_MANY_DIRECTIVES"),
    "circular fragments": (
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "circle through a field": (
        "{ page(id: 1) { ...A } } fragment A on Page { parent { ...A ...A } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "doubling fragments": (
        "{ ...F0 }"
        + "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(40))
        + " fragment F40 on Query { __typename }",
        "TOO_MANY_FIELDS",
    ),
    "chained fragments": (
        "{ ...F0 }"
        + "".join(f" fragment F{n} on Query {{ ...F{n + 1} }}" for n in range(150))
        + " fragment F150 on Query { __typename }",
        "TOO_DEEP",
    ),
    "operations": (
        "".join(f"query Q{n} {{ ...A }} " for n in range(100))
        + "fragment A on Query {"
        + " __typename" * 100
        + "}",
        "TOO_MANY_FIELDS",
    ),
    "unused fragments": (
        "{ __typename }" + "".join(f" fragment F{n} on Query {{ __typename }}" for n in range(100)),
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "types of types": (
        "{ __schema { types { fields { type { fields { type { name } } } } } } }",
        "INTROSPECTION_TOO_DEEP",
    ),
    "many schemas": (
        "{" + " ".join(f"s{n}: __schema {{ types {{ name }} }}" for n in range(12)) + "}",
        "TOO_EXPENSIVE",
    ),
    "children of children": (
        "{ page(id: 1) " + "{ children { nodes " * 5 + "{ id }" + "} }" * 5 + "}",
        "TOO_EXPENSIVE",
    ),
    "long list": (
        "{ page(id: 1) { children(first: 999999999999) { nodes { id } } } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "longest list": (
        "{ page(id: 1) { children(first: 2000000000) { nodes { id children { totalCount } } } } }",
        "TOO_EXPENSIVE",
    ),
}
"""Documents by what they try, each with the code that refuses it."""
ROUNDS = 5
BOUND = 20  # milliseconds


def main() -> None:
    """Print the milliseconds of each, the best of some rounds. Nothing is remembered from round to round."""
    django.setup()
    print(f"{'refusing':36}{'ms':>8}   should be below {BOUND}")
    for name, (document, code) in DOCUMENTS.items():
        took = min(milliseconds(f"{document} #{number}", code) for number in range(ROUNDS))
        print(f"{name:36}{took:8.1f}   {code}")


def milliseconds(document: str, code: str) -> float:
    from cms.graphql.answering import answer  # noqa: PLC0415 -- models need django.setup()
    from cms.graphql.requests import Asked  # noqa: PLC0415 -- as above
    from cms.graphql.schema import current_schema  # noqa: PLC0415 -- as above

    schema = current_schema()
    context: Any = SimpleNamespace(request_id="benchmark")  # Any: what is refused asks for nothing else
    begun = process_time()
    told = answer(Asked(document, {}, None), schema=schema, context=context, is_get=False)
    took = 1000 * (process_time() - begun)
    assert told.body["errors"][0]["extensions"]["code"] == code
    return took


if __name__ == "__main__":
    main()
