from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.models import LanguageVersion
from cms.testing.factories import make_page, translate
from cms.translation.states import TranslationStatus, statuses, statuses_of


@pytest.fixture
def article(bilingual_site):
    return make_page(bilingual_site.turkish, title="Yazı")


def record(page, **fields):
    LanguageVersion.objects.filter(page_id=page.pk).update(**fields)


@pytest.mark.parametrize(
    ("recorded", "status"),
    [
        ({}, "in_sync"),
        ({"source_fingerprint": "other"}, "outdated"),
        ({"completeness": 99}, "partial"),
        ({"completeness": 99, "is_machine": True}, "partial"),
        ({"is_machine": True}, "machine"),
        ({"source_fingerprint": "other", "completeness": 10, "is_machine": True}, "outdated"),
        ({"source_fingerprint": "other", "policy": "diverges"}, "intentionally_divergent"),
    ],
)
def test_status_of_a_translation_is_what_is_recorded(article, recorded, status):
    record(translate(article, title="Article"), **recorded)

    assert statuses(article) == {"en": TranslationStatus(status)}


def test_status_of_the_original_is_original(article):
    english = translate(article, title="Article")
    record(english, policy="diverges")

    assert statuses(english) == {"tr": TranslationStatus.ORIGINAL}


def test_a_version_is_outdated_once_other_content_is_published(article):
    translate(article, title="Article")
    article.save_revision().publish()
    unchanged = statuses(article)
    article.title = "Yeni yazı"
    article.save_revision()
    drafted = statuses(article)
    article.save_revision().publish()

    in_sync, outdated = {"en": TranslationStatus.IN_SYNC}, {"en": TranslationStatus.OUTDATED}
    assert (unchanged, drafted, statuses(article)) == (in_sync, in_sync, outdated)


def test_a_draft_an_alias_and_an_expired_version_are_none(article):
    drafted = translate(article, live=False)
    expired = make_page(article.get_parent(), title="Eski")
    Page.objects.filter(pk=translate(expired).pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    mirrored = make_page(article.get_parent(), title="Ayna")
    mirrored.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)

    assert not drafted.live
    for page in (article, expired, mirrored):
        assert statuses(page) == {"en": TranslationStatus.NOT_TRANSLATED}


def test_the_original_is_no_version_while_it_is_a_draft(bilingual_site):
    draft = make_page(bilingual_site.turkish, live=False)

    assert statuses(translate(draft)) == {"tr": TranslationStatus.NOT_TRANSLATED}


def test_what_is_left_without_its_original_is_the_original(article):
    english = translate(article, title="Article")
    german = Locale.objects.create(language_code="de")
    record(english, source_fingerprint="other")

    article.delete()

    assert german.language_code not in statuses(english)
    assert statuses(english) == {"tr": TranslationStatus.NOT_TRANSLATED}


def test_a_third_language_may_be_made_from_the_second(article, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("de", "German")]
    Locale.objects.create(language_code="de")
    english = translate(article, title="Article")
    german = translate(article, "de", title="Artikel")
    record(german, source_fingerprint=LanguageVersion.objects.get(page_id=english.pk).fingerprint)

    assert statuses(article) == {"en": TranslationStatus.IN_SYNC, "de": TranslationStatus.IN_SYNC}


@pytest.mark.parametrize("how_many", [1, 3])
def test_statuses_of_a_list_cost_one_query(how_many, article, django_assert_num_queries):
    pages = [article, *(make_page(article.get_parent(), title=f"Yazı {n}") for n in range(how_many - 1))]
    translate(article, title="Article")
    pages = list(Page.objects.filter(pk__in=[page.pk for page in pages]).select_related("locale"))

    with django_assert_num_queries(1):
        found = statuses_of(pages)

    others = {page.pk: {"en": TranslationStatus.NOT_TRANSLATED} for page in pages[1:]}
    assert found == {article.pk: {"en": TranslationStatus.IN_SYNC}, **others}
