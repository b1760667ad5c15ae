import pytest
from graphql import build_schema

from cms.operations.ownership import Owners, owner_by_name, published_owners

SCHEMA = build_schema("type NewsItem { title: String } type Query { news: NewsItem site: String }")
MANIFEST = {"owners": {"news": ["NewsItem", "Query.news"]}}


@pytest.mark.parametrize(
    ("coordinate", "owner"),
    [
        ("NewsItem.title", "news"),
        ("NewsItem.title(short:)", "news"),
        ("Query.news", "news"),
        ("Query.site", "cms"),
        ("Query", "cms"),
    ],
)
def test_published_parts_have_the_owner_that_the_manifest_names_or_the_core(coordinate, owner):
    owners = Owners({}, published_owners(MANIFEST, SCHEMA), frozenset({"site"}))

    assert owners.of(coordinate) == owner


def test_what_is_composed_now_comes_first():
    owners = Owners({"NewsItem": "press"}, published_owners(MANIFEST, SCHEMA), frozenset())

    assert owners.of("NewsItem.title") == "press"


@pytest.mark.parametrize(
    ("coordinate", "owner"),
    [("NewsItem.title", "news"), ("Query.newsItems", "news"), ("news.published", "news"), ("Page", "cms")],
)
def test_parts_that_nobody_published_belong_to_the_plugin_that_their_names_begin_with(coordinate, owner):
    assert Owners({}, published_owners({}, SCHEMA), frozenset({"news"})).of(coordinate) == owner


def test_the_longest_label_owns_a_name():
    assert owner_by_name("newsArchiveItems", ["news", "news_archive"]) == "news_archive"
