import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from cms.models import LanguageVersion
from cms.testing.factories import make_page
from cms.translation.states import TranslationStatus, statuses


@pytest.fixture
def alias(bilingual_site):
    page = make_page(bilingual_site.turkish)
    return page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)


def test_deleting_a_page_does_not_publish_its_alias(alias):
    Page.objects.get(pk=alias.alias_of_id).delete()

    alias.refresh_from_db()
    assert (alias.alias_of_id, alias.live) == (None, False)


def test_a_live_alias_becomes_a_page_only_with_the_right_to_publish(
    world, alias, bilingual_site, person, client
):
    person(change=bilingual_site.english)

    client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))

    alias.refresh_from_db()
    assert (alias.alias_of_id is None) == {"ours": False, "stock": True}[world]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_live_page_does_not_become_an_alias(method, world, published, admin_client):
    english = published.get_target_instance()

    getattr(admin_client, method)(reverse("wagtail_localize:convert_to_alias", args=[english.pk]))

    english.refresh_from_db()
    becomes = world == "stock" and method == "post"
    assert (english.alias_of_id is not None, english.title) == (
        becomes,
        "Program" if becomes else "Programme",
    )


def test_a_draft_that_became_an_alias_counts_as_no_version(bilingual_site, submit, admin_client):
    page = make_page(bilingual_site.turkish)
    submit(page)
    english = page.get_translation(bilingual_site.english.locale)

    admin_client.post(reverse("wagtail_localize:convert_to_alias", args=[english.pk]))

    english.refresh_from_db()
    assert (english.alias_of_id, english.live) == (page.pk, True)
    assert statuses(page) == {"en": TranslationStatus.NOT_TRANSLATED}


def test_an_alias_is_no_version_of_its_own(alias):
    source = alias.alias_of
    source.save_revision().publish()

    assert LanguageVersion.objects.get(page_id=alias.pk).fingerprint == ""
    assert statuses(source) == {"en": TranslationStatus.NOT_TRANSLATED}
