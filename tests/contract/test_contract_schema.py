"""What the schema promises as a whole: it explains itself, isolates failures, and names its plugins."""

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

from cms.graphql.schema import compose_schema, current_schema

SCHEMA = current_schema()
ROOTS = {"Query", "Mutation"}  # they belong to nobody
PLUGINS = [plugin.label for plugin in SCHEMA.plugins.enabled]
# Letters that no English word has: a description that shows one was translated when the schema was built.
TURKISH_ONLY = set("ığşİĞŞ")


def own_types(schema):
    return {
        name: graphql_type
        for name, graphql_type in schema.graphql.type_map.items()
        if not is_introspection_type(graphql_type) and not is_specified_scalar_type(graphql_type)
    }


def members_of(graphql_type):
    """Yield everything inside a type that has a description of its own."""
    if isinstance(graphql_type, GraphQLEnumType):
        yield from graphql_type.values.items()
    if isinstance(graphql_type, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        for name, field in graphql_type.fields.items():
            yield name, field
            yield from ((f"{name}({arg}:)", value) for arg, value in getattr(field, "args", {}).items())


def descriptions():
    for name, graphql_type in own_types(SCHEMA).items():
        yield name, graphql_type.description or ""
        for member, described in members_of(graphql_type):
            yield f"{name}.{member}", described.description or ""


def test_everything_in_the_schema_is_described_in_a_sentence():
    unfinished = [path for path, text in descriptions() if not text.rstrip().endswith((".", "?", "!"))]

    assert unfinished == []


def test_descriptions_are_english_whatever_language_the_process_speaks():
    translated = [path for path, text in descriptions() if TURKISH_ONLY & set(text)]

    assert translated == []


def test_root_fields_are_nullable_so_that_one_failure_is_one_field():
    roots = (SCHEMA.graphql.query_type, SCHEMA.graphql.mutation_type)

    strict = [
        field
        for root in roots
        if root is not None
        for field, definition in root.fields.items()
        if isinstance(definition.type, GraphQLNonNull)
    ]

    assert strict == []


@pytest.mark.parametrize("label", PLUGINS)
def test_plugin_adds_only_names_that_carry_its_label(label):
    without = compose_schema(SCHEMA.plugins.without(label))
    added_types = set(own_types(SCHEMA)) - set(own_types(without)) - ROOTS
    added_fields = set(SCHEMA.owners) - set(without.owners)

    assert {name for name in added_types if not name.startswith(label.capitalize())} == set()
    assert {name for name in added_fields if not name.startswith(label)} == set()


@pytest.mark.parametrize("label", PLUGINS)
def test_plugin_changes_nothing_of_what_is_there_without_it(label):
    without = compose_schema(SCHEMA.plugins.without(label))

    changed = [
        name
        for name, graphql_type in own_types(without).items()
        if name not in ROOTS and shape_of(graphql_type) != shape_of(SCHEMA.graphql.type_map[name])
    ]

    assert changed == []


def shape_of(graphql_type):
    return {name: str(getattr(member, "type", "")) for name, member in members_of(graphql_type)}
