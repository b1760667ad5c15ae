"""How the type of an object is found and checked: what is called, how often, and with what info."""

from typing import Any

from comparing import agreed, schema_of
from graphene_django import DjangoObjectType
from graphql import GraphQLResolveInfo
from wagtail.models import Locale, Site

from cms.graphql.execution import Plans, execute

SDL = """
interface Named { name: String }
type Page implements Named { name: String }
type File implements Named { name: String }
type Query { rows: [[Named]] pages: [Page] }
"""
ROWS = [[{"name": "a"}, {"name": "b", "is_file": True}], [{"name": "c"}]]


def test_the_info_of_a_choice_is_that_of_the_field_and_not_of_the_item() -> None:
    paths: list[list[Any]] = []

    def choose(value: Any, info: GraphQLResolveInfo, _: object) -> str:
        paths.append(info.path.as_list())
        return "File" if "is_file" in value else "Page"

    result = agreed(
        schema_of(SDL, Named__resolve_type=choose),
        "{ rows { __typename name } }",
        root=lambda: {"rows": ROWS},
    )

    assert paths == [["rows"]] * 9  # three objects, answered three times
    assert result.data == {
        "rows": [
            [{"__typename": "Page", "name": "a"}, {"__typename": "File", "name": "b"}],
            [{"__typename": "Page", "name": "c"}],
        ]
    }


def test_objects_of_one_type_are_answered_together_whatever_list_they_are_in() -> None:
    levels: list[list[str]] = []

    def names(objects: list[Any], info: GraphQLResolveInfo) -> list[str]:
        levels.append([item["name"] for item in objects])
        return levels[-1]

    names.batch = names  # type: ignore[attr-defined]  # what the decorator does
    schema = schema_of(
        SDL,
        Named__resolve_type=lambda value, *_: "File" if "is_file" in value else "Page",
        Page__name=names,
    )

    execute(Plans(schema).plan("{ rows { name } }"), root={"rows": ROWS})

    assert levels == [["a", "c"]]


def test_each_object_is_checked_for_itself() -> None:
    result = agreed(
        schema_of(SDL, Page__is_type_of=lambda value, _: value["name"] != "b"),
        "{ pages { name } }",
        root=lambda: {"pages": [*ROWS[0], *ROWS[1]]},
    )

    assert result.data == {"pages": [{"name": "a"}, None, {"name": "c"}]}
    assert [error.path for error in result.errors or []] == [["pages", 1]]


def test_objects_that_a_model_type_serves_are_checked_by_their_class() -> None:
    class Served(DjangoObjectType):
        class Meta:
            model = Locale
            fields = ("id",)
            skip_registry = True

    result = agreed(
        schema_of(SDL, Page__is_type_of=Served.is_type_of),
        "{ pages { __typename } }",
        root=lambda: {"pages": [Locale(), Site(), Locale(), "no model"]},
    )

    assert result.data == {"pages": [{"__typename": "Page"}, None, {"__typename": "Page"}, None]}
    assert [error.path for error in result.errors or []] == [["pages", 1], ["pages", 3]]
