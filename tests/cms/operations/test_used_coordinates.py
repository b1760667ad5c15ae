import pytest
from graphql import build_schema, parse

from cms.operations.coordinates import used_coordinates

SCHEMA = build_schema(
    """
    directive @shout(loud: Boolean) on FIELD
    enum Order { FIRST LAST }
    input Nested { deep: Int }
    input Filter { order: Order nested: Nested }
    interface Named { name(order: Order): String }
    type Cat implements Named { name(order: Order): String }
    type Query { cats(filter: Filter): [Cat] named: Named }
    """
)


@pytest.mark.parametrize(
    ("query", "used"),
    [
        ("{ named { __typename } }", {"Query", "Query.named", "Named", "Named.__typename", "String"}),
        (
            "{ named { ... on Cat { name(order: LAST) } } }",
            {"Query", "Query.named", "Named", "Cat", "Cat.name", "Cat.name(order:)", "Order.LAST", "String"},
        ),
        (
            "{ cats(filter: {nested: {deep: 1}}) { name @shout(loud: true) } }",
            {
                *("Query", "Query.cats", "Query.cats(filter:)", "Cat", "Cat.name", "String"),
                *("Filter", "Filter.nested", "Nested", "Nested.deep", "@shout", "@shout(loud:)"),
            },
        ),
    ],
)
def test_document_uses_what_it_names_and_what_fields_return(query, used):
    assert used_coordinates(parse(query), SCHEMA) == used


def test_variable_may_send_everything_that_its_type_holds():
    used = used_coordinates(parse("query ($f: Filter) { cats(filter: $f) { name } }"), SCHEMA)

    sendable = {"Filter.order", "Order.FIRST", "Order.LAST", "Filter.nested", "Nested.deep", "Nested", "Int"}
    assert sendable <= used


def test_what_the_schema_lacks_does_not_hinder():
    used = used_coordinates(parse("{ dogs { name } named { name(loud: 1) } }"), SCHEMA)

    assert {"Query.dogs", "Named.name", "Named.name(loud:)"} <= used
