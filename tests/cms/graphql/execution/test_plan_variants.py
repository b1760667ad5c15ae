"""A plan depends on what `@skip` and `@include` leave, and on nothing else of the variables."""

from comparing import schema_of

from cms.graphql.execution import Plans, execute
from cms.graphql.execution.plan import MOST_VARIANTS

SCHEMA = schema_of("type Query { a(x: Int): Int b: Int }")


def test_each_choice_of_switches_is_compiled_once() -> None:
    plan = Plans(SCHEMA).plan("query ($s: Boolean!, $x: Int) { a(x: $x) b @skip(if: $s) }")

    compiled = {id(plan.compiled({"s": switch, "x": x})) for switch in (True, False) for x in range(5)}

    assert len(compiled) == 2
    assert [
        execute(plan, root={"a": 1, "b": 2}, variables={"s": switch}).data for switch in (True, False)
    ] == [
        {"a": 1},
        {"a": 1, "b": 2},
    ]


def test_no_more_choices_are_kept_than_anybody_needs() -> None:
    names = [f"s{number}" for number in range(6)]
    variables = ", ".join(f"${name}: Boolean!" for name in names)
    fields = " ".join(f"{name}: b @skip(if: ${name})" for name in names)
    plan = Plans(SCHEMA).plan(f"query ({variables}) {{ a {fields} }}")

    for number in range(2**6):
        plan.compiled({name: bool(number & 2**bit) for bit, name in enumerate(names)})

    assert len(plan._variants) <= MOST_VARIANTS
