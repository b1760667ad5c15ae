"""How cache tags are called, how too many become fewer, and which of them an event purges."""

import re
from uuid import UUID

import pytest

from cms.domain.tags import naming
from cms.domain.tags.changes import ContentChanged, tags_of_change
from cms.domain.tags.ledger import kinds_by_table, kinds_read
from cms.events.content import PagePublished
from cms.models import ArticlePage, ContentImage

KEY = UUID("12345678-1234-5678-1234-567812345678")
EXAMPLES = (
    naming.row(ArticlePage, 42),
    naming.row(ContentImage, 7),
    naming.listed("article", "tr"),
    naming.listed("networks.organisation"),
    naming.menu("Ana menü!", "TR"),
    naming.settings("tr"),
    naming.search("en"),
    naming.path("/home/ışık/"),
    naming.children(3),
    naming.translations(KEY),
    naming.redirect("/tr/eski"),
    naming.found_by("networks.organisation", "key", "Ünlü"),
    *(naming.listed(kind) for kind in kinds_by_table().values()),
)


@pytest.mark.parametrize("tag", EXAMPLES)
def test_a_tag_is_of_letters_that_every_cache_takes(tag):
    assert re.fullmatch(r"[a-z0-9.-]{1,64}", tag)


@pytest.mark.parametrize(
    ("tag", "above"),
    [
        ("page-42", "page.list"),
        ("children-3", "page.list"),
        ("translations-123456781234", "page.list"),
        ("path-0123456789ab", "page.list"),
        ("article.list.tr", "article.list"),
        ("article.list", "everything"),
        ("image-7", "image.list"),
        ("networks.organisation-7", "networks.organisation.list"),
        ("networks.organisation.key-ab", "networks.organisation.list"),
        ("redirect-0123456789ab", "redirect.list"),
        ("menu.main.tr", "menu"),
        ("settings.tr", "settings"),
        ("search.tr", "search"),
        ("menu", "everything"),
    ],
)
def test_a_tag_has_a_coarser_one(tag, above):
    assert naming.coarser(tag) == above


def test_too_many_tags_give_way_to_coarser_ones_the_largest_group_first():
    pages = [f"page-{number}" for number in range(60)]
    images = [f"image-{number}" for number in range(30)]

    assert naming.fitted(["site", *pages, "image-1"]) == ("image-1", "page.list", "site")
    assert naming.fitted([*pages, *images, "site"], most=3) == ("image.list", "page.list", "site")
    assert naming.fitted([f"kind-{word}.list" for word in "abcdefgh"], most=4) == ("everything", "site")


def test_a_change_purges_itself_its_lists_and_whatever_is_coarser():
    event = ContentChanged(kinds="article page", locale="tr", tags="page-42 path-0123456789ab")

    assert sorted(tags_of_change(event)) == [
        "article.list",
        "article.list.tr",
        "everything",
        "page-42",
        "page.list",
        "page.list.tr",
        "path-0123456789ab",
        "search",
        "search.tr",
    ]


def test_an_event_of_a_page_purges_what_it_knows_of_it():
    event = PagePublished(page_id=42, locale="tr", translation_key=KEY, page_type="cms.articlepage")

    assert sorted(tags_of_change(event)) == [
        "article.list",
        "article.list.tr",
        "everything",
        "page-42",
        "page.list",
        "page.list.tr",
        "search",
        "search.tr",
        "translations-123456781234",
    ]


@pytest.mark.parametrize(
    ("sql", "kinds"),
    [
        ('SELECT "cms_menu"."id" FROM "cms_menu"', {"menu"}),
        ('SELECT 1 FROM "cms_articlepage" INNER JOIN "wagtailcore_page" ON 1', {"page"}),
        ('SELECT 1 FROM "wagtailcore_locale"', set()),
        ('UPDATE "cms_menu" SET "title" = %s', set()),
    ],
)
def test_a_statement_tells_which_kinds_it_reads(sql, kinds):
    assert kinds_read(sql) == kinds
