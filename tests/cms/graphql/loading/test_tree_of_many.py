"""Above and below many pages at once: cut where asked, nothing private, one language."""

import pytest
from wagtail.models import Locale, Page, PageViewRestriction

from cms.graphql.objects import global_id
from cms.models import SectionPage
from cms.testing.factories import make_page

GRANDCHILDREN = """query ($id: ID!, $first: Int, $after: String) { page(id: $id) { children { nodes { title
  children(first: $first, after: $after) { totalCount nodes { title } pageInfo { hasNextPage endCursor } }
} } } }"""
ABOVE = "query ($id: ID!) { page(id: $id) { parent { title } ancestors { title } } }"


@pytest.fixture
def sections(bilingual_site):
    """Two sections with three and one page, and an empty one."""
    made = [make_page(bilingual_site.turkish, SectionPage, title=title) for title in ("A", "B", "C")]
    for section, titles in zip(made, (("a1", "a2", "a3"), ("b1",), ()), strict=True):
        for title in titles:
            make_page(section, title=title)
    return made


def grandchildren(ask, site, **arguments):
    answer = ask(GRANDCHILDREN, id=global_id(site.turkish), **arguments)
    return {
        section["title"]: (
            [page["title"] for page in section["children"]["nodes"]],
            section["children"]["totalCount"],
            section["children"]["pageInfo"]["hasNextPage"],
        )
        for section in answer["data"]["page"]["children"]["nodes"]
    }


def test_each_parent_has_its_own_window_and_count(bilingual_site, sections, ask):
    found = grandchildren(ask, bilingual_site, first=2)

    assert found == {"A": (["a1", "a2"], 3, True), "B": (["b1"], 1, False), "C": ([], 0, False)}


def test_a_cursor_goes_on_behind_its_page(bilingual_site, sections, ask):
    first = ask(GRANDCHILDREN, id=global_id(bilingual_site.turkish), first=2)
    cursor = first["data"]["page"]["children"]["nodes"][0]["children"]["pageInfo"]["endCursor"]

    found = grandchildren(ask, bilingual_site, first=2, after=cursor)

    assert found == {"A": (["a3"], 3, False), "B": (["b1"], 1, False), "C": ([], 0, False)}


def test_private_pages_are_neither_shown_nor_counted(bilingual_site, sections, ask):
    PageViewRestriction.objects.create(page=Page.objects.get(title="a2"), restriction_type="login")
    Page.objects.get(title="b1").specific.unpublish()

    found = grandchildren(ask, bilingual_site, first=2)

    assert found == {"A": (["a1", "a3"], 2, False), "B": ([], 0, False), "C": ([], 0, False)}


def test_children_are_in_the_language_of_their_parent(bilingual_site, sections, ask):
    Page.objects.filter(title="a2").update(locale=Locale.objects.get(language_code="en"))

    found = grandchildren(ask, bilingual_site, first=10)

    assert found["A"] == (["a1", "a3"], 2, False)


def test_what_is_above_is_in_the_language_of_the_page(bilingual_site, sections, ask):
    Page.objects.filter(title="A").update(locale=Locale.objects.get(language_code="en"))

    answer = ask(ABOVE, id=global_id(Page.objects.get(title="a1")))

    home = {"title": "Ana sayfa"}
    assert answer["data"]["page"] == {"parent": home, "ancestors": [home]}


def test_a_page_above_that_is_not_public_is_passed_over(bilingual_site, sections, ask):
    below = make_page(make_page(sections[0], title="orta"), title="alt")
    Page.objects.filter(title="orta").update(live=False)

    answer = ask(ABOVE, id=global_id(below))

    above = [{"title": "Ana sayfa"}, {"title": "A"}]
    assert answer["data"]["page"] == {"parent": above[-1], "ancestors": above}
