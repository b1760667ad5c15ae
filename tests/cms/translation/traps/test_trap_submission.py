import pytest
from wagtail.models import Locale, Page
from wagtail_localize import operations
from wagtail_localize.models import Translation

from cms.models import Menu
from cms.testing.factories import make_page, translate


@pytest.fixture
def english_locale(bilingual_site):
    return bilingual_site.english.locale


def english_of(page):
    return type(page).objects.filter(translation_key=page.translation_key, locale__language_code="en").first()


def test_submitting_a_live_page_publishes_nothing(
    world, bilingual_site, submit, django_capture_on_commit_callbacks
):
    page = make_page(bilingual_site.turkish)

    with django_capture_on_commit_callbacks(execute=True):
        submit(page)

    assert english_of(page).live == {"ours": False, "stock": True}[world]


def test_submitting_a_page_with_a_live_alias_publishes_nothing(
    world, settings, english_locale, bilingual_site, submit
):
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
    page = make_page(bilingual_site.turkish)
    page.copy_for_translation(english_locale, alias=True)

    submit(page)

    version = english_of(page)
    assert (version.alias_of_id, version.live) == (None, {"ours": False, "stock": True}[world])


def test_submitting_a_subtree_leaves_existing_versions_alone(
    world, english_locale, bilingual_site, admin_user
):
    section = make_page(bilingual_site.turkish, title="Bölüm")
    translate(section, title="Section")
    child = make_page(section, title="Yazı", intro="Türkçe")
    translate(child, title="Article", intro="By hand")

    operations.translate_page_subtree(section.pk, [english_locale], None, admin_user)

    assert english_of(child).intro == {"ours": "By hand", "stock": "Türkçe"}[world]


def test_submitting_copies_nothing_that_has_no_drafts(world, english_locale, bilingual_site):
    menu = Menu.objects.create(
        site=bilingual_site.site, handle="main", title="Ana menü", locale=bilingual_site.turkish.locale
    )

    operations.translate_object(menu, [english_locale])

    expected = {"ours": [], "stock": ["Ana menü"]}[world]
    assert list(Menu.objects.filter(locale=english_locale).values_list("title", flat=True)) == expected


def test_submitting_below_an_untranslated_page_makes_nothing(world, english_locale, bilingual_site):
    section = make_page(bilingual_site.turkish, title="Bölüm")
    child = make_page(section, title="Yazı")

    operations.translate_object(child, [english_locale])

    made = Page.objects.descendant_of(bilingual_site.english).filter(live=True)
    assert list(made.values_list("title", flat=True)) == {"ours": [], "stock": ["Bölüm"]}[world]
    assert Translation.objects.exists() == {"ours": False, "stock": True}[world]


def test_submitting_again_makes_a_draft_of_a_version_that_was_deleted(bilingual_site, submit):
    page = make_page(bilingual_site.turkish)
    submit(page, title="Page")
    english_of(page).delete()

    submit(page)

    version = english_of(page)
    assert (version.live, version.title, version.slug) == (False, "Page", "page")


def test_submitting_into_a_third_language_touches_no_other(bilingual_site, submit, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("de", "German")]
    Locale.objects.create(language_code="de")
    page = make_page(bilingual_site.turkish)
    submit(page)
    before = english_of(page).latest_revision_id

    operations.translate_object(page, Locale.objects.exclude(language_code="tr"))

    assert english_of(page).latest_revision_id == before
