"""One execution: root value, context, variables, mutations one after the other, introspection, nesting."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from comparing import agreed, schema_of
from graphql import ExecutionResult, GraphQLResolveInfo, get_introspection_query

from cms.graphql.execution import Plans, execute

PAGES = "type Page { name: String up: Page } type Query { page: Page names: [String] }"


def test_resolvers_get_the_root_value_the_context_and_a_real_info() -> None:
    seen: list[tuple[Any, GraphQLResolveInfo]] = []
    schema = schema_of(PAGES, Page__name=lambda page, info: seen.append((page, info)))
    plan = Plans(schema).plan("{ page { renamed: name } }")

    execute(plan, root={"page": {"key": 1}}, context="context")

    [(page, info)] = seen
    assert page == {"key": 1}
    assert isinstance(info, GraphQLResolveInfo)
    assert (info.field_name, str(info.return_type), str(info.parent_type)) == ("name", "String", "Page")
    assert info.path.as_list() == ["page", "renamed"]
    assert (info.path.typename, info.path.prev.typename) == ("Page", "Query")
    assert (info.root_value, info.context) == ({"page": {"key": 1}}, "context")
    assert (info.schema, info.operation, info.variable_values) == (schema, plan.operation, {})
    assert [node.alias.value for node in info.field_nodes if node.alias] == ["renamed"]


def test_mutations_run_one_after_the_other_with_everything_below() -> None:
    log: list[str] = []

    def step(name: str) -> Any:
        return lambda *_: log.append(name) or {"done": lambda _: log.append(f"{name} done")}

    schema = schema_of(
        "type Step { done: Int } type Query { a: Int } type Mutation { one: Step two: Step }",
        Mutation__one=step("one"),
        Mutation__two=step("two"),
    )

    execute(Plans(schema).plan("mutation { two { done } one { done } }"))

    assert log == ["two", "two done", "one", "one done"]


def test_a_mutation_that_makes_everything_null_is_the_last_one() -> None:
    called: list[str] = []
    schema = schema_of(
        "type Query { a: Int } type Mutation { one: Int! two: Int }",
        Mutation__one=lambda *_: called.append("one"),
        Mutation__two=lambda *_: called.append("two"),
    )

    result = agreed(schema, "mutation { one two }")

    assert result.data is None
    assert called == ["one", "one", "one"]  # graphql-core once, we twice


def test_a_field_is_not_asked_of_an_object_that_is_null_already() -> None:
    asked: list[str] = []
    schema = schema_of(
        "type Page { a: Int! b: Int } type Query { pages: [Page] }",
        Page__b=lambda page, _: asked.append(page["name"]),
    )

    execute(
        Plans(schema).plan("{ pages { a b } }"),
        root={"pages": [{"name": "first", "a": None}, {"name": "second", "a": 1}]},
    )

    assert asked == ["second"]


def test_introspection_is_graphql_cores() -> None:
    schema = schema_of(PAGES)

    result = agreed(schema, get_introspection_query(input_value_deprecation=True))

    assert result.data
    assert [field["name"] for field in result.data["__schema"]["types"][0]["fields"]] == ["name", "up"]


def test_a_type_can_be_looked_up_by_name() -> None:
    result = agreed(
        schema_of(PAGES), 'query { __type(name: "Page") { name kind } none: __type(name: "X") { name } }'
    )

    assert result.data == {"__type": {"name": "Page", "kind": "OBJECT"}, "none": None}


def test_variables_are_coerced_once_and_their_errors_are_graphql_cores() -> None:
    schema = schema_of("input Size { width: Int! } type Query { area(size: Size!, more: [Int!]): Int }")
    query = "query ($s: Size!, $m: [Int!]) { area(size: $s, more: $m) }"

    result = agreed(schema, query, variables={"s": {"width": "x", "high": 1}, "m": [1, None]})

    assert [error.message.split(";")[0] for error in result.errors or []] == [
        "Variable '$s' got invalid value 'x' at 's.width'",
        "Variable '$s' got invalid value {'width': 'x', 'high': 1}",
        "Variable '$m' got invalid value None at 'm[1]'",
    ]


def test_nesting_as_deep_as_documents_go_is_answered() -> None:
    depth = 190
    page = SimpleNamespace(name="deepest", up=None)
    for _ in range(depth):
        page = SimpleNamespace(name="above", up=page)
    query = "{ page " + "{ up " * depth + "{ name }" + " }" * depth + " }"

    answer: Any = execute(Plans(schema_of(PAGES)).plan(query), root={"page": page}).data

    for key in ["page", *["up"] * depth]:
        answer = answer[key]
    assert answer == {"name": "deepest"}


def test_nesting_beyond_the_stack_is_an_error_and_no_crash() -> None:
    page: dict[str, Any] = {}
    page["up"] = page
    plan = Plans(schema_of(PAGES)).plan("{ page " + "{ up " * 150 + "{ name }" + " }" * 150 + " }")

    result = with_little_left(700, lambda: execute(plan, root={"page": page}))

    assert [error.message for error in result.errors or []] == [
        "Selections are nested too deeply. Execution aborted."
    ]


def with_little_left(frames: int, work: Callable[[], ExecutionResult]) -> ExecutionResult:
    """Do the work below so many frames of the stack, which has 1000."""
    return with_little_left(frames - 1, work) if frames else work()
