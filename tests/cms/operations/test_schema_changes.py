import pytest
from graphql import BreakingChangeType, DangerousChangeType, build_schema

from cms.operations.schema_changes import HARMLESS, schema_changes

# Each row: the code, what is there before and after, the change's coordinate and what it touches.
BREAKING = [
    ("TYPE_REMOVED", "type A { x: Int } type Query { a: A b: Int }", "type Query { b: Int }", "A", "A"),
    ("TYPE_CHANGED_KIND", "type A { x: Int } type Query { a: A }", "scalar A type Query { a: A }", "A", "A"),
    (
        "TYPE_REMOVED_FROM_UNION",
        "type A { x: Int } type B { x: Int } union U = A | B type Query { u: U b: B }",
        "type A { x: Int } type B { x: Int } union U = A type Query { u: U b: B }",
        "B",
        "B",
    ),
    (
        "VALUE_REMOVED_FROM_ENUM",
        "enum E { ONE TWO } type Query { e: E }",
        "enum E { ONE } type Query { e: E }",
        "E.TWO",
        "E.TWO",
    ),
    (
        "REQUIRED_INPUT_FIELD_ADDED",
        "input I { x: Int } type Query { a(i: I): Int }",
        "input I { x: Int y: Int! } type Query { a(i: I): Int }",
        "I.y",
        "I",
    ),
    (
        "IMPLEMENTED_INTERFACE_REMOVED",
        "interface N { x: Int } type A implements N { x: Int } type Query { a: A n: N }",
        "interface N { x: Int } type A { x: Int } type Query { a: A n: N }",
        "A",
        "N",
    ),
    ("FIELD_REMOVED", "type Query { a: Int b: Int }", "type Query { a: Int }", "Query.b", "Query.b"),
    ("FIELD_CHANGED_KIND", "type Query { a: Int! }", "type Query { a: Int }", "Query.a", "Query.a"),
    (
        "REQUIRED_ARG_ADDED",
        "type Query { a: Int }",
        "type Query { a(x: Int!): Int }",
        "Query.a(x:)",
        "Query.a",
    ),
    ("ARG_REMOVED", "type Query { a(x: Int): Int }", "type Query { a: Int }", "Query.a(x:)", "Query.a(x:)"),
    (
        "ARG_CHANGED_KIND",
        "type Query { a(x: Int): Int }",
        "type Query { a(x: ID): Int }",
        "Query.a(x:)",
        "Query.a(x:)",
    ),
    ("DIRECTIVE_REMOVED", "directive @d on FIELD type Query { a: Int }", "type Query { a: Int }", "@d", "@d"),
    (
        "DIRECTIVE_ARG_REMOVED",
        "directive @d(x: Int) on FIELD type Query { a: Int }",
        "directive @d on FIELD type Query { a: Int }",
        "@d",
        "@d",
    ),
    (
        "REQUIRED_DIRECTIVE_ARG_ADDED",
        "directive @d on FIELD type Query { a: Int }",
        "directive @d(x: Int!) on FIELD type Query { a: Int }",
        "@d",
        "@d",
    ),
    (
        "DIRECTIVE_REPEATABLE_REMOVED",
        "directive @d repeatable on FIELD type Query { a: Int }",
        "directive @d on FIELD type Query { a: Int }",
        "@d",
        "@d",
    ),
    (
        "DIRECTIVE_LOCATION_REMOVED",
        "directive @d on FIELD | QUERY type Query { a: Int }",
        "directive @d on FIELD type Query { a: Int }",
        "@d",
        "@d",
    ),
    (
        "ONE_OF_ADDED",
        "input I { x: Int } type Query { a(i: I): Int }",
        "input I @oneOf { x: Int } type Query { a(i: I): Int }",
        "I",
        "I",
    ),
    (
        "REMOVAL_HASTENED",
        'type Query { a: Int @deprecated(reason: "Use b. Removal: 2027-06-01.") }',
        'type Query { a: Int @deprecated(reason: "Use b. Removal: 2027-03-01.") }',
        "Query.a",
        "Query.a",
    ),
]
DANGEROUS = [
    (
        "VALUE_ADDED_TO_ENUM",
        "enum E { ONE } type Query { e: E }",
        "enum E { ONE TWO } type Query { e: E }",
        "E.TWO",
        "E",
    ),
    (
        "TYPE_ADDED_TO_UNION",
        "type A { x: Int } type B { x: Int } union U = A type Query { u: U b: B }",
        "type A { x: Int } type B { x: Int } union U = A | B type Query { u: U b: B }",
        "B",
        "U",
    ),
    (
        "IMPLEMENTED_INTERFACE_ADDED",
        "interface N { x: Int } type A { x: Int } type Query { a: A n: N }",
        "interface N { x: Int } type A implements N { x: Int } type Query { a: A n: N }",
        "A",
        "N",
    ),
    (
        "ARG_DEFAULT_VALUE_CHANGE",
        "type Query { a(x: Int = 1): Int }",
        "type Query { a(x: Int = 2): Int }",
        "Query.a(x:)",
        "Query.a",
    ),
    (
        "INPUT_DEFAULT_CHANGED",
        "input I { x: Int = 1 } type Query { a(i: I): Int }",
        "input I { x: Int = 2 } type Query { a(i: I): Int }",
        "I.x",
        "I",
    ),
    (
        "SPECIFIED_BY_CHANGED",
        'scalar S @specifiedBy(url: "https://one.example") type Query { s: S }',
        'scalar S @specifiedBy(url: "https://two.example") type Query { s: S }',
        "S",
        "S",
    ),
    (
        "IMPLEMENTATION_ADDED",
        "interface N { x: Int } type Query { n: N }",
        "interface N { x: Int } type A implements N { x: Int } type Query { n: N }",
        "A",
        "N",
    ),
]
ROWS = [("breaking", *row) for row in BREAKING] + [("dangerous", *row) for row in DANGEROUS]


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_change_has_its_coordinate_and_what_it_touches(row):
    harm, code, before, after, coordinate, touched = row

    found = {change.code: change for change in schema_changes(build_schema(before), build_schema(after))}

    change = found[code]
    assert (change.harm, change.coordinate, change.touches) == (harm, coordinate, {touched})


def test_every_kind_of_change_that_the_library_knows_is_tried():
    known = {kind.name for kind in (*BreakingChangeType, *DangerousChangeType)}

    assert known - {row[1] for row in ROWS} == HARMLESS


@pytest.mark.parametrize(
    ("before", "after", "added"),
    [
        ("type Query { a: Int }", "type Query { a(x: Int): Int b: Int }", {"Query.a(x:)", "Query.b"}),
        ("input I { x: Int } type Query { a(i: I): Int }", None, {"I.y"}),
    ],
)
def test_additions_that_no_document_notices_are_safe(before, after, added):
    after = after or before.replace("x: Int", "x: Int y: Int")

    changes = schema_changes(build_schema(before), build_schema(after))

    assert {(change.harm, change.coordinate) for change in changes} == {("safe", name) for name in added}


def test_removal_that_is_put_off_changes_nothing():
    before, after = (
        build_schema(f'type Query {{ a: Int @deprecated(reason: "Removal: {day}.") }}')
        for day in ("2027-03-01", "2027-06-01")
    )

    assert schema_changes(before, after) == ()


def test_equal_schemas_have_no_changes_whatever_their_order_and_descriptions():
    one = build_schema('"Asked." type Query { a: Int b: Int }')
    other = build_schema("type Query { b: Int a: Int }")

    assert schema_changes(one, other) == ()
