import pytest
from graphql import build_schema

from cms.operations.checking import declared_variables, operation_problems
from cms.operations.documents import OperationDocument

SCHEMA = build_schema("type Query { greet(name: String!, times: Int = 1): String }")
GREET = "query Greet($name: String!, $times: Int) { greet(name: $name, times: $times) }"


def operation(source=GREET, *, name="Greet", owner="cms", titles=("tr", "en"), variables=None):
    given = {"name": "Ayşe"} if variables is None else variables
    return OperationDocument(name, owner, source, dict.fromkeys(titles, "…"), given)


def problems(*documents):
    return operation_problems(documents, schema=SCHEMA, languages=["tr", "en"])


def test_sound_operations_have_no_problems():
    plugin_operation = operation(name="NewsGreet", owner="news")

    assert problems(operation(), plugin_operation) == ()


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (operation(owner="news"), "Greet (news): its name must begin with News."),
        (
            operation(titles=["en"]),
            "Greet (cms): it has no title in 'tr'; add a line `# tr: …` to its head.",
        ),
        (
            operation("query Greet { wave }"),
            "Greet (cms): Cannot query field 'wave' on type 'Query'.",
        ),
        (
            operation(variables={}),
            (
                "Greet (cms): its example variables do not fit: "
                "Variable '$name' of required type 'String!' was not provided."
            ),
        ),
        (
            operation(variables={"name": "Ayşe", "first": 1}),
            "Greet (cms): its head gives the variable 'first', which it does not declare.",
        ),
    ],
)
def test_problem_names_the_operation_and_what_is_wrong(document, problem):
    assert problems(document) == (problem,)


def test_two_owners_cannot_use_one_name():
    twice = (operation(name="NewsGreet"), operation(name="NewsGreet", owner="news"))

    assert problems(*twice) == ("NewsGreet: several operations have this name.",)


def test_declared_variables_have_the_types_that_graphql_writes():
    assert declared_variables(operation()) == {"name": "String!", "times": "Int"}
