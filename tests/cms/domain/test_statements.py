"""Questions whose SQL is written once: what they hold, and what they refuse."""

from uuid import uuid4

import pytest
from django.db.models import BigAutoField, CharField, UUIDField
from wagtail.models import Page

from cms.domain.routing import page_at
from cms.domain.statements import Question, padded
from cms.domain.visibility import VisibleQuestion, anonymous_audience
from cms.models import ArticlePage
from cms.testing.factories import make_page

AMONG = Question(
    lambda keys: ArticlePage.objects.filter(pk__in=keys).select_related("locale").order_by("pk"),
    keys=BigAutoField(),
)
OF_WORKS = VisibleQuestion(
    lambda audience, keys: audience.pages(Page.objects.filter(translation_key__in=keys)).values_list("pk"),
    keys=UUIDField(),
)


def test_keys_are_padded_to_few_lengths():
    assert [padded(range(count)) for count in (0, 1, 2, 3, 5)] == [
        [],
        [0],
        [0, 1],
        [0, 1, 2, 2],
        [0, 1, 2, 3, 4, 4, 4, 4],
    ]


@pytest.mark.parametrize("count", [1, 3, 4])
def test_a_question_holds_what_its_queryset_holds(bilingual_site, django_assert_num_queries, count):
    pages = [make_page(bilingual_site.turkish, title=f"Yazı {n}", intro=f"Işık {n}") for n in range(count)]
    keys = [page.pk for page in pages]
    AMONG.ask(keys=keys)

    with django_assert_num_queries(1):
        found = AMONG.ask(keys=keys)
        told = [(page.pk, page.intro, page.locale.language_code, list(page.body)) for page in found]

    assert told == [(page.pk, page.intro, "tr", []) for page in pages]


def test_the_same_sql_serves_other_values_and_other_moments(bilingual_site):
    shown, hidden = (make_page(bilingual_site.turkish, title=title) for title in ("Açık", "Kapalı"))
    keys = [shown.translation_key, hidden.translation_key]

    before = OF_WORKS.ask(anonymous_audience(), keys=keys)
    Page.objects.filter(pk=hidden.pk).update(live=False)

    assert set(before) == {(shown.pk,), (hidden.pk,)}
    assert OF_WORKS.ask(anonymous_audience(), keys=keys) == [(shown.pk,)]
    assert OF_WORKS.ask(anonymous_audience(), keys=[uuid4()]) == []


def test_a_page_is_found_by_its_path_while_it_is_public(bilingual_site):
    page = make_page(bilingual_site.turkish, title="Yazı", slug="yazi")

    assert page_at(page.url_path, anonymous_audience()) == page
    assert page_at(f"{page.url_path}yok/", anonymous_audience()) is None
    page.unpublish()
    assert page_at(page.url_path, anonymous_audience()) is None


def test_a_value_that_the_database_would_not_get_as_it_is_is_refused(bilingual_site):
    beginning = Question(lambda word: Page.objects.filter(title__startswith=word), word=CharField())

    with pytest.raises(LookupError, match="Marks did not come out"):
        beginning.ask(word="Ana")
