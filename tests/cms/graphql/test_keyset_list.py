"""A list whose SQL is written once is the list that keyset_page makes."""

import pytest

from cms.api import BadInput, KeysetList, anonymous_audience, keyset_page
from cms.models import ArticlePage
from cms.testing.factories import make_page


def public_articles(audience, language):
    return audience.pages(ArticlePage.objects.filter(locale__language_code=language))


ARTICLES = KeysetList(public_articles, key="path")


@pytest.fixture
def articles(bilingual_site):
    for number in range(5):
        make_page(bilingual_site.turkish, title=f"Yazı {number}", live=number != 2)
    make_page(bilingual_site.english, title="Article")


@pytest.mark.parametrize("first", [1, 2, 4, 10])
def test_its_pages_are_those_of_a_list_that_is_made_each_time(articles, first):
    audience = anonymous_audience()
    after, seen, goes_on = None, [], True
    while goes_on:
        once = ARTICLES.page(audience, "tr", first=first, after=after)
        anew = keyset_page(public_articles(audience, "tr"), key="path", first=first, after=after)
        assert (once.rows, once.total, once.has_more) == (anew.rows, 4, anew.has_more)
        seen += [page.title for page in once.rows]
        after, goes_on = once.cursor(once.rows[-1]), once.has_more

    assert seen == ["Yazı 0", "Yazı 1", "Yazı 3", "Yazı 4"]
    assert [page.title for page in ARTICLES.page(audience, "en", first=9, after=None).rows] == ["Article"]


def test_a_cursor_that_was_made_up_is_refused(articles):
    with pytest.raises(BadInput):
        ARTICLES.page(anonymous_audience(), "tr", first=1, after="made up")
