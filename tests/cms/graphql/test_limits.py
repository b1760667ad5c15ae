"""Limits of a document: what each counts, and that everything the contract offers is well within them."""

import pytest
from graphql import build_schema, get_introspection_query, get_operation_ast, parse

from cms.graphql.console import contract_operations
from cms.graphql.limits import LimitExceeded, Limits, OperationCost, check_length, reasons_against
from cms.graphql.limits.shapes import document_shape
from cms.graphql.limits.tokens import TOKEN
from cms.graphql.schema import current_schema

SCHEMA = build_schema(
    """
    type Query { page(id: ID): Page, pages(first: Int = 10): Pages, search: [Result!]!, name: String }
    interface Result { title: String }
    type Pages { nodes: [Page!]!, edges: [Edge!]!, totalCount: Int!, info: Info! }
    type Edge { node: Page! }
    type Info { hasNext: Boolean }
    type Page implements Result { title: String, parent: Page, children(first: Int = 10): Pages, tags: [Tag] }
    type File implements Result { title: String, size: Size }
    type Tag { name: String }
    type Size { bytes: Int }
    type Mutation { send: String }
    """
)
FEW = Limits(
    depth=3,
    nesting=5,
    fields=10,
    repetitions=5,
    aliases=2,
    directives=2,
    root_fields=4,
    tokens=60,
    characters=400,
)


@pytest.mark.parametrize(
    ("document", "code", "limit", "requested"),
    [
        ("{" + " " * 400 + "}", "DOCUMENT_TOO_LONG", 400, 402),
        ("{" + "a " * 59 + "}", "TOO_MANY_TOKENS", 60, 61),
        ("{ a @x b @x c @x }", "TOO_MANY_DIRECTIVES", 2, 3),
        ("{ a { b { c { d } } } }", "TOO_DEEP", 3, 4),
        ("{ a { ...A } } fragment A on Page { b { ...B } } fragment B on Page { c { d } }", "TOO_DEEP", 3, 4),
        ("{ ... { ... { ... { ... { ... { a } } } } } }", "TOO_DEEP", 5, 6),
        ("{ x: a y: b z: c }", "TOO_MANY_ALIASES", 2, 3),
        ("{ ...A ...A ...A } fragment A on Query { x: a }", "TOO_MANY_ALIASES", 2, 3),
        ("{ a { b c d e f g h i j k } }", "TOO_MANY_FIELDS", 10, 11),
        (
            "{ ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { a b }",
            "TOO_MANY_FIELDS",
            10,
            14,
        ),
        ("{ a b c d e }", "TOO_MANY_ROOT_FIELDS", 4, 5),
        ("{ ...A c } fragment A on Query { a b d e }", "TOO_MANY_ROOT_FIELDS", 4, 5),
        ("mutation { a: send b: send }", "TOO_MANY_ROOT_FIELDS", 1, 2),
        ("{ a { b b b b } }", "TOO_MANY_REPETITIONS", 5, 6),
        ("{ a { b } a { b } a { b } }", "TOO_MANY_REPETITIONS", 5, 6),
        ("{ __schema { fields { interfaces } } }", "INTROSPECTION_TOO_DEEP", 1, 2),
    ],
)
def test_each_limit_is_told_with_its_number(document, code, limit, requested):
    (reason,) = reasons(document, FEW)

    assert reason.extensions == {"code": code, "limit": limit, "requested": requested}
    assert str(limit) in reason.message
    assert str(requested) in reason.message


def reasons(document, limits):
    try:
        check_length(document, limits)
    except LimitExceeded as reason:
        return [reason]
    return reasons_against(parse(document), limits)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("{ ...A } fragment A on Query { ...A }", "Cannot spread fragment 'A' within itself."),
        (
            "{ ...A } fragment A on Q { b { ...B } } fragment B on Q { ...A }",
            "Cannot spread fragment 'A' within itself.",
        ),
        ("{ a } fragment A on Query { a }", "Fragment 'A' is never used."),
    ],
)
def test_fragments_that_cannot_be_counted_are_refused_as_validation_would(document, message):
    (reason,) = reasons_against(parse(document), FEW)

    assert (reason.message, reason.extensions["code"]) == (message, "GRAPHQL_VALIDATION_FAILED")


def test_fragments_are_followed_in_time_linear_in_their_number():
    levels = 500
    doubling = " ".join(f"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}" for i in range(levels))

    shape = document_shape(parse(f"{{ ...F0 }} {doubling} fragment F{levels} on Query {{ a }}"))

    assert shape.fields > 2**levels


@pytest.mark.parametrize(
    ("document", "variables", "points"),
    [
        ("{ name }", {}, 1),
        ("{ page { title parent { title } } }", {}, 2),
        ("{ search { title } }", {}, 10),
        ("{ pages { nodes { title } } }", {}, 1 + 10),
        ("{ pages(first: 3) { nodes { title } totalCount info { hasNext } } }", {}, 1 + 3 + 1 + 1),
        ("{ pages(first: 3) { edges { node { title } } } }", {}, 1 + 3 * 2),
        ("{ pages(first: null) { nodes { title } } }", {}, 1 + 10),
        ("query ($n: Int) { pages(first: $n) { nodes { title } } }", {"n": 50}, 1 + 50),
        ("query ($n: Int = 7) { pages(first: $n) { nodes { title } } }", {}, 1 + 7),
        ("query ($n: Int) { pages(first: $n) { nodes { title } } }", {"n": 1e9}, 1 + 10**9),
        ("query ($n: Int) { pages(first: $n) { nodes { title } } }", {"n": "many"}, 1 + 10),
        ("{ pages(first: -5) { nodes { title } } }", {}, 1),
        (
            "{ pages(first: 5) { nodes { children(first: 5) { nodes { tags { name } } } } } }",
            {},
            1 + 5 * (2 + 5 * 11),
        ),
        ("{ search { ... on Page { parent { title } } ... on File { size { bytes } title } } }", {}, 10 * 2),
        ("{ __schema { description } }", {}, 1_000),
    ],
)
def test_cost_grows_with_the_lengths_of_lists(document, variables, points):
    parsed = parse(document)

    cost = OperationCost(SCHEMA, parsed, get_operation_ast(parsed))

    assert cost.points(variables) == points


def test_a_cost_that_depends_on_variables_is_worked_out_for_each_request():
    parsed = parse("query ($n: Int) { pages(first: $n) { nodes { title } } }")
    cost = OperationCost(SCHEMA, parsed, get_operation_ast(parsed))

    assert [cost.points({"n": 1}), cost.points({"n": 2})] == [2, 3]
    with pytest.raises(LimitExceeded, match=r"Cost of the operation: 6; at most 5 are answered\."):
        cost.admitted({"n": 5}, Limits(cost=5))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (
            '{ a(b: "x y \\" z", c: -1.5e3) @d # comment }',
            ["{", "a", "(", "b", ":", '"x y \\" z"', "c", ":", "-1.5e3", ")", "@", "d"],
        ),
        ('"""a "quoted" text""" ...F,,', ['"""a "quoted" text"""', "...", "F"]),
        ('"never closed\n!', ['"never closed', "!"]),
    ],
)
def test_tokens_are_those_of_a_lexer(text, tokens):
    assert [match[0] for match in TOKEN.finditer(text) if match.lastgroup != "skipped"] == tokens


def test_introspection_as_tools_send_it_is_within_limits():
    query = get_introspection_query()

    check_length(query, Limits())
    assert reasons_against(parse(query), Limits()) == []


@pytest.mark.parametrize("value", [0, -1, "many", True])
def test_a_limit_is_a_number_above_zero(value):
    with pytest.raises(ValueError, match="cost must be above zero"):
        Limits(cost=value)


def test_every_operation_of_the_contract_is_well_within_limits():
    schema = current_schema()
    costs = {}
    for document in contract_operations(schema.plugins):
        check_length(document.source, Limits())
        parsed = parse(document.source)
        assert reasons_against(parsed, Limits()) == [], document.name
        operation = OperationCost(schema.graphql, parsed, get_operation_ast(parsed))
        costs[document.name] = operation.points(document.variables)

    assert max(costs.values()) < Limits().cost / 2, costs
