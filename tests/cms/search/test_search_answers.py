"""Answers of the search: their order, their pages, their facets and what they cost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene
import pytest
from django.contrib.contenttypes.models import ContentType

from cms.api import Hit, SearchFields, SearchResult
from cms.models import Menu
from cms.testing.contributing import contributing
from cms.testing.factories import BilingualSite, make_page

Search = Callable[..., dict[str, Any]]
Titles = Callable[..., list[str]]
Ask = Callable[..., dict[str, Any]]


def test_whole_titles_come_first_then_phrases_then_titles_then_texts(
    bilingual_site: BilingualSite, titles: Titles
) -> None:
    home = bilingual_site.turkish
    make_page(home, title="Bir yazı", intro="Suyun kalitesi: su ve atık")
    make_page(home, title="Atık ve su")
    make_page(home, title="Başka yazı", intro="Atık su hakkında")
    make_page(home, title="Bugünkü atık su")
    make_page(home, title="Atık su")

    assert titles("atık su") == ["Atık su", "Bugünkü atık su", "Başka yazı", "Atık ve su", "Bir yazı"]


def test_equals_are_in_the_order_of_the_alphabet(bilingual_site: BilingualSite, titles: Titles) -> None:
    for title in ("Meşe z", "Meşe ç", "Meşe c", "Meşe i", "Meşe ı"):
        make_page(bilingual_site.turkish, title=title)

    assert titles("meşe") == ["Meşe c", "Meşe ç", "Meşe ı", "Meşe i", "Meşe z"]


def test_pages_of_results_join_without_a_gap_when_one_is_added(
    bilingual_site: BilingualSite, search: Search
) -> None:
    for number in range(5):
        make_page(bilingual_site.turkish, title=f"Meşe {number}")
    first = search("meşe", first=2)

    make_page(bilingual_site.turkish, title="Meşe")
    second = search("meşe", first=2, after=first["pageInfo"]["endCursor"])
    third = search("meşe", first=2, after=second["pageInfo"]["endCursor"])

    pages = [[node["title"] for node in page["nodes"]] for page in (first, second, third)]
    assert pages == [["Meşe 0", "Meşe 1"], ["Meşe 2", "Meşe 3"], ["Meşe 4"]]
    assert [page["pageInfo"]["hasNextPage"] for page in (first, second, third)] == [True, True, False]


def test_facets_count_every_kind_whichever_is_listed(bilingual_site: BilingualSite, search: Search) -> None:
    from cms.models import SectionPage

    make_page(bilingual_site.turkish, title="Meşe")
    make_page(bilingual_site.turkish, title="Meşe ağacı")
    make_page(bilingual_site.turkish, SectionPage, title="Meşe ormanı")

    found = search("meşe", kinds=["SectionPage"])

    assert [node["title"] for node in found["nodes"]] == ["Meşe ormanı"]
    assert found["totalCount"] == 1
    assert found["facets"] == [
        {"kind": "ArticlePage", "label": "yazı sayfaları", "count": 2},
        {"kind": "SectionPage", "label": "bölüm sayfaları", "count": 1},
    ]


def test_a_result_shows_where_it_matches(bilingual_site: BilingualSite, search: Search) -> None:
    make_page(bilingual_site.turkish, title="Meşe", slug="mese", intro="Meşeler ve <çamlar>.")

    assert search("MEŞE")["nodes"] == [
        {
            "__typename": "PageResult",
            "kind": "ArticlePage",
            "locale": "TR",
            "title": "Meşe",
            "path": "/tr/mese/",
            "titleMatch": {"html": "<mark>Meşe</mark>"},
            "fragments": [{"html": "<mark>Meşeler</mark> ve &lt;çamlar&gt;."}],
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            f'query: "{"x" * 201}"', "`query` must have at most 200 characters; it has 201.", id="long"
        ),
        pytest.param('query: "a", kinds: ["Tree"]', "`kinds` 'Tree' is not one of ", id="kind"),
        pytest.param('query: "a", first: 101', "`first` must be between 1 and 100; it is 101.", id="size"),
        pytest.param(
            'query: "a", after: "WyJhIiwgMV0="', "`after` is not a cursor of a search.", id="cursor"
        ),
        pytest.param('query: "a", after: "?"', "`after` is not a cursor of this list.", id="no cursor"),
    ],
)
def test_arguments_that_cannot_be_used_are_refused_with_a_remedy(
    bilingual_site: BilingualSite, ask: Ask, arguments: str, message: str
) -> None:
    answer = ask(f"{{ search(locale: TR, {arguments}) {{ totalCount nodes {{ title }} }} }}")

    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["message"].startswith(message)


class OrchardMenuResult(graphene.ObjectType):
    """A menu that was found."""

    class Meta:
        interfaces = (SearchResult,)

    handle = graphene.String(description="The handle.")

    def resolve_handle(root: Hit, info: object) -> str:
        return root.subject.handle


def test_a_plugin_needs_the_slot_and_a_type_only(bilingual_site: BilingualSite, ask: Ask) -> None:
    fields = SearchFields(
        model=Menu,
        texts=lambda menu, _language: (menu.title, menu.handle),
        result=OrchardMenuResult,
        kind="OrchardMenu",
        label="orchards",
    )
    query = """{ search(query: "pear", locale: TR) {
        facets { kind label count } nodes { title path ... on OrchardMenuResult { handle } } } }"""

    with contributing("orchard", search_fields=(fields,)):
        Menu.objects.create(
            title="Pear tree",
            handle="fruit",
            locale=bilingual_site.turkish.locale,
            site=bilingual_site.site,
        )
        answer = ask(query)

    assert answer["data"]["search"] == {
        "facets": [{"kind": "OrchardMenu", "label": "orchards", "count": 1}],
        "nodes": [{"title": "Pear tree", "path": None, "handle": "fruit"}],
    }


@pytest.mark.parametrize("hits", [1, 10, 100])
def test_a_search_costs_the_same_for_every_number_of_results(
    bilingual_site: BilingualSite, search: Search, django_assert_num_queries: Any, hits: int
) -> None:
    for number in range(hits):
        make_page(bilingual_site.turkish, title=f"Meşe {number}", slug=f"mese-{number}")
    search("meşe", first=100)
    ContentType.objects.get_for_model(Menu)

    with django_assert_num_queries(6):
        found = search("meşe", first=100)

    assert len(found["nodes"]) == hits
