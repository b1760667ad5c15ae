"""Plans are made once for each text, refusals too, and forgotten when there is no more room."""

import pytest
from comparing import schema_of
from graphql import DocumentNode, GraphQLError

from cms.graphql.execution import Plans, Refused, execute

SCHEMA = schema_of("type Query { a: Int b: Int }")


def test_the_same_text_is_planned_once() -> None:
    plans = Plans(SCHEMA)

    first, second = plans.plan("{ a }"), plans.plan("{ a }")

    assert first is second
    assert (plans.counts.hits, plans.counts.misses, plans.counts.held) == (1, 1, 1)


def test_each_operation_of_a_document_has_a_plan() -> None:
    plans = Plans(SCHEMA)
    text = "query A { a } query B { b }"

    answers = [execute(plans.plan(text, name), root={"a": 1, "b": 2}).data for name in ("A", "B")]

    assert answers == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    ("text", "stage", "messages"),
    [
        ("{ a", "parsing", ["Syntax Error: Expected Name, found <EOF>."]),
        (
            "{ a b a b a }",
            "parsing",
            ["Syntax Error: Document contains more than 6 tokens. Parsing aborted."],
        ),
        ("{ xyz }", "validation", ["Cannot query field 'xyz' on type 'Query'."]),
        (
            "fragment F on Query { a }",
            "parsing",
            ["Syntax Error: Document contains more than 6 tokens. Parsing aborted."],
        ),
    ],
)
def test_a_refused_document_is_refused_again_without_being_read(
    text: str, stage: str, messages: list[str]
) -> None:
    plans = Plans(SCHEMA, most_tokens=6)

    refusals = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            plans.plan(text)
        refusals.append(refused.value)

    assert [refusal.stage for refusal in refusals] == [stage] * 2
    assert [[error.message for error in refusal.errors] for refusal in refusals] == [messages] * 2
    assert (plans.counts.hits, plans.counts.misses) == (1, 1)


@pytest.mark.parametrize("name", [None, "C"])
def test_an_operation_has_to_be_chosen(name: str | None) -> None:
    with pytest.raises(Refused) as refused:
        Plans(SCHEMA).plan("query A { a } query B { b }", name)

    assert refused.value.stage == "choice"


def test_as_many_errors_are_told_as_wanted() -> None:
    with pytest.raises(Refused) as refused:
        Plans(SCHEMA, most_errors=2).plan("{ c d e f }")

    assert [error.message for error in refused.value.errors][-1] == (
        "Too many validation errors, error limit reached. Validation aborted."
    )
    assert len(refused.value.errors) == 3


def test_a_document_that_is_not_admitted_is_not_validated() -> None:
    def admit(document: DocumentNode) -> list[GraphQLError]:
        return [GraphQLError(f"{len(document.definitions)} is too many")]

    with pytest.raises(Refused) as refused:
        Plans(SCHEMA, admit=admit).plan("{ nothing } fragment F on Query { a }")

    assert (refused.value.stage, refused.value.errors[0].message) == ("admission", "2 is too many")


def test_a_refusal_holds_on_to_no_frames_of_the_parser() -> None:
    with pytest.raises(Refused) as refused:
        Plans(SCHEMA).plan("{")

    assert [error.__traceback__ for error in refused.value.errors] == [None]


def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    plans = Plans(SCHEMA, capacity=2 * 505)
    a = plans.plan("{ a }")
    b = plans.plan("{ b }")
    plans.plan("{ a }")

    plans.plan("{a b}")

    assert plans.plan("{ a }") is a
    assert plans.plan("{ b }") is not b


def test_a_long_document_is_planned_but_not_kept() -> None:
    plans = Plans(SCHEMA, longest=20)

    plans.plan("{ a }" + " " * 20)

    assert (plans.counts.held, plans.counts.weight, plans.counts.misses) == (0, 0, 1)
