"""Which pages a list has, in which order, and how it goes on."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Page as PageModel

from cms.graphql.objects import global_id
from cms.models import SectionPage
from cms.testing.factories import make_page, translate

LIST = """query ($where: PageWhere, $sort: [PageSort!], $first: Int, $after: String) {
  pages(locale: TR, where: $where, sort: $sort, first: $first, after: $after) {
    totalCount nodes { title } pageInfo { endCursor hasNextPage } } }"""
TITLES = ["Ana sayfa", "Bölüm", "Çınar", "Iğdır", "Ardıç"]


@pytest.fixture
def pages(bilingual_site):
    section = make_page(bilingual_site.turkish, SectionPage, title="Bölüm")
    pages = {"Bölüm": section, "Ana sayfa": bilingual_site.turkish}
    for year, title in enumerate(("Çınar", "Iğdır", "Ardıç"), start=2020):
        pages[title] = make_page(section, title=title, intro=f"Metin {title}")
        PageModel.objects.filter(pk=pages[title].pk).update(
            first_published_at=datetime(year, 1, 1, tzinfo=UTC)
        )
    make_page(section, title="Taslak", live=False)
    PageModel.objects.filter(pk__in=[section.pk, bilingual_site.turkish.pk]).update(first_published_at=None)
    translate(pages["Çınar"], title="Plane", slug="plane")
    return pages


def titles(answer):
    return [node["title"] for node in answer["data"]["pages"]["nodes"]]


def filled(where, pages):
    """Return the condition with ids in the place of `#` and a title."""
    if isinstance(where, dict):
        return {name: filled(value, pages) for name, value in where.items()}
    if isinstance(where, list):
        return [filled(value, pages) for value in where]
    if isinstance(where, str) and where.startswith("#"):
        return global_id(pages[where[1:]])
    return where


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, TITLES),
        ({}, TITLES),
        ({"type": {"eq": "SectionPage"}}, ["Bölüm"]),
        ({"type": {"in": ["SectionPage", "HomePage"]}}, ["Ana sayfa", "Bölüm"]),
        ({"slug": {"eq": "cinar"}}, ["Çınar"]),
        ({"title": {"in": ["Çınar", "Taslak"]}}, ["Çınar"]),
        ({"title": {"in": ["Çınar"], "eq": "Bölüm"}}, []),
        ({"title": {"in": []}}, []),
        ({"id": {"eq": "#Iğdır"}}, ["Iğdır"]),
        ({"parent": {"eq": "#Ana sayfa"}}, ["Bölüm"]),
        ({"ancestor": {"eq": "#Ana sayfa"}}, TITLES[1:]),
        ({"publishedAt": {"from": "2021-01-01T00:00:00Z"}}, ["Iğdır", "Ardıç"]),
        ({"publishedAt": {"to": "2021-01-01T00:00:00Z"}}, ["Çınar", "Iğdır"]),
        ({"translatedTo": "EN"}, ["Ana sayfa", "Çınar"]),
        ({"search": "ardic"}, ["Ardıç"]),
        ({"search": "ardic", "slug": {"eq": "cinar"}}, []),
        ({"or": [{"slug": {"eq": "cinar"}}, {"search": "ardic"}]}, ["Çınar", "Ardıç"]),
        ({"not": [{"parent": {"eq": "#Bölüm"}}, {"slug": {"eq": "bolum"}}]}, ["Ana sayfa"]),
        ({"and": [{"parent": {"eq": "#Bölüm"}}, {"not": [{"slug": {"eq": "ardic"}}]}]}, ["Çınar", "Iğdır"]),
    ],
)
def test_a_list_has_what_fulfils_its_condition(pages, ask, where, expected):
    answer = ask(LIST, where=filled(where, pages))

    assert (titles(answer), answer["data"]["pages"]["totalCount"]) == (expected, len(expected))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (["TITLE_ASC"], ["Ana sayfa", "Ardıç", "Bölüm", "Çınar", "Iğdır"]),
        (["TITLE_DESC"], ["Iğdır", "Çınar", "Bölüm", "Ardıç", "Ana sayfa"]),
        (["PUBLISHED_AT_ASC"], ["Çınar", "Iğdır", "Ardıç", "Ana sayfa", "Bölüm"]),
        (["PUBLISHED_AT_DESC"], ["Ardıç", "Iğdır", "Çınar", "Ana sayfa", "Bölüm"]),
        (["PUBLISHED_AT_DESC", "TITLE_DESC"], ["Ardıç", "Iğdır", "Çınar", "Bölüm", "Ana sayfa"]),
        (["TREE"], TITLES),
    ],
)
def test_a_list_goes_on_behind_its_cursor_in_every_order(pages, ask, sort, expected):
    walked, after, has_more = [], None, True
    while has_more:
        answer = ask(LIST, sort=sort, first=2, after=after)
        page = answer["data"]["pages"]["pageInfo"]
        after, has_more = page["endCursor"], page["hasNextPage"]
        walked += titles(answer)

    assert walked == expected


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"sort": ["TITLE_ASC", "TITLE_DESC"]}, "`sort` names the same thing twice"),
        ({"where": {"type": {"eq": "Page"}}}, "`type` 'Page' is not one of ArticlePage"),
        ({"where": {"id": {"eq": "no"}}}, "`id` 'no' is not an id of this API"),
        ({"where": {"translationKey": {"eq": "no"}}}, "A value of `translationKey` is not one"),
        ({"where": {"slug": {"in": ["a"] * 101}}}, "`in` of `slug` has 101 values"),
        ({"where": {"search": "a " * 101}}, "`search` must have at most 200 characters"),
        ({"where": {"not": [{"not": [{"not": [{"not": [{}]}]}]}]}}, "`where` nests more than 4 deep"),
        (
            {"where": {"updatedAt": {"from": "2021-01-01T00:00:00Z", "to": "2020-01-01T00:00:00Z"}}},
            "`from` of `updatedAt` is later than `to`",
        ),
        ({"after": "bm8="}, "`after` is not a cursor of this list"),
    ],
)
def test_what_cannot_be_asked_is_told(pages, ask, given, message):
    [error] = ask(LIST, **given)["errors"]

    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["message"].startswith(message)


def test_a_cursor_belongs_to_one_order(pages, ask):
    cursor = ask(LIST, sort=["TITLE_ASC"], first=1)["data"]["pages"]["pageInfo"]["endCursor"]

    [error] = ask(LIST, sort=["TITLE_DESC"], after=cursor)["errors"]

    assert error["extensions"]["code"] == "BAD_USER_INPUT"


def test_children_are_chosen_and_sorted_as_any_list(pages, ask):
    answer = ask(
        """{ route(path: "/tr/bolum/") { ... on RoutePage { page {
          children(where: {not: [{slug: {eq: "cinar"}}]}, sort: [TITLE_ASC], first: 1) {
            totalCount nodes { title } pageInfo { hasNextPage } } } } } }"""
    )

    assert answer["data"]["route"]["page"]["children"] == {
        "totalCount": 2,
        "nodes": [{"title": "Ardıç"}],
        "pageInfo": {"hasNextPage": True},
    }
