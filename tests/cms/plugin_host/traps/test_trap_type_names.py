"""Traps 2 and 3: graphene keeps one of two types, or of two root fields, with one name."""

import graphene
import pytest

from cms.graphql.checks import schema_problems


class First:
    class Term(graphene.ObjectType):
        """Of the first plugin."""

        word = graphene.String()


class Second:
    class Term(graphene.ObjectType):
        """Of the second plugin."""

        meaning = graphene.String()


class QueryOfFirst(graphene.ObjectType):
    first_term = graphene.Field(First.Term)
    term = graphene.String(description="Of the first plugin.")


class QueryOfSecond(graphene.ObjectType):
    second_term = graphene.Field(Second.Term)


class AnotherTerm(graphene.ObjectType):
    term = graphene.Int(description="Of the second plugin.")


def stock_schema(*queries):
    return graphene.Schema(query=type("Query", (*queries, graphene.ObjectType), {})).graphql_schema


def test_stock_drops_the_second_type_without_a_word():
    schema = stock_schema(QueryOfFirst, QueryOfSecond)

    types = {str(schema.query_type.fields[name].type) for name in ("firstTerm", "secondTerm")}

    assert types == {"Term"}
    assert list(schema.type_map["Term"].fields) in (["word"], ["meaning"])


def test_stock_drops_the_second_root_field_without_a_word():
    schema = stock_schema(QueryOfFirst, AnotherTerm)

    assert str(schema.query_type.fields["term"].type) == "String"


@pytest.mark.parametrize(
    ("second", "code", "told"),
    [
        pytest.param(QueryOfSecond, "cms.E111", f"{__name__} defines already", id="type"),
        pytest.param(AnotherTerm, "cms.E110", "Query.term already belongs to first.", id="root field"),
    ],
)
def test_ours_refuses_the_second_and_names_the_first(composed, second, code, told):
    problems = list(schema_problems(composed(first=QueryOfFirst, second=second)))

    assert [problem.code for problem in problems] == [code]
    assert told in problems[0].problem
    assert problems[0].remedy.startswith("Rename ")
