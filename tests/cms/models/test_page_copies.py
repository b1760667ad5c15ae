"""Claims belong to one language version: copies within the language keep them, others begin without."""

import pytest
from wagtail.models import Locale, Page
from wagtail_localize import operations
from wagtail_localize.models import Translation, TranslationSource

from cms.models import Claim
from cms.testing.factories import make_page

ENGLISH = {"language_code": "en"}


@pytest.fixture
def page(bilingual_site):
    return make_page(
        bilingual_site.turkish, title="Merkez", claims=[Claim(key="start", kind="date", canonical="2009")]
    )


def claims_of(page):
    """Return what the published page and its latest draft claim."""
    page = Page.objects.get(pk=page.pk).specific
    draft = page.get_latest_revision_as_object()
    return [[claim.canonical for claim in version.claims.all()] for version in (page, draft)]


@pytest.mark.parametrize("options", [{}, {"keep_live": False}, {"copy_revisions": False}])
def test_copy_in_the_same_language_keeps_claims(page, options):
    copy = page.copy(update_attrs={"slug": "kopya"}, **options)

    assert claims_of(copy) == claims_of(page) == [["2009"], ["2009"]]


def test_alias_in_the_same_language_makes_the_same_claims(page):
    alias = page.create_alias(update_slug="takma-ad")

    assert claims_of(alias) == claims_of(page) == [["2009"], ["2009"]]


@pytest.mark.parametrize("alias", [False, True])
def test_copy_for_translation_begins_without_claims(page, alias):
    copy = page.copy_for_translation(Locale.objects.get(**ENGLISH), alias=alias)

    assert claims_of(copy) == [[], []]
    assert claims_of(page) == [["2009"], ["2009"]]


def test_alias_in_another_language_takes_no_claims_when_its_original_is_published(page):
    alias = page.copy_for_translation(Locale.objects.get(**ENGLISH), alias=True)

    page.save_revision().publish()

    assert claims_of(alias) == [[], []]
    assert claims_of(page) == [["2009"], ["2009"]]


def test_submitting_for_translation_gives_no_claims(page):
    operations.translate_object(page, [Locale.objects.get(**ENGLISH)])

    assert claims_of(page.get_translation(Locale.objects.get(**ENGLISH))) == [[], []]


def test_synchronising_a_translation_leaves_its_claims_alone(page):
    operations.translate_object(page, [Locale.objects.get(**ENGLISH)])
    english = page.get_translation(Locale.objects.get(**ENGLISH))
    english.claims = [Claim(key="start", kind="date", canonical="2010")]
    english.save_revision().publish()
    page.claims = [Claim(key="start", kind="date", canonical="2008")]
    page.save_revision().publish()

    TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get().save_target(publish=True)

    assert claims_of(english) == [["2010"], ["2010"]]
