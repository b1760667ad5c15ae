import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from cms.testing.factories import make_page
from cms.translation.synchronisation import check_synchronisation


def slug_of(translation):
    key, locale = translation.source.object_id, translation.target_locale
    return Page.objects.get(translation_key=key, locale=locale).slug


def test_the_slug_is_made_from_the_translated_title(world, bilingual_site, submit):
    translation = submit(make_page(bilingual_site.turkish, title="Işık ve Isı"), title="Light & Heat")

    translation.save_target(publish=False)

    assert slug_of(translation) == {"ours": "light-and-heat", "stock": "isik-ve-isi"}[world]


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("Işık Yılı", {"ours": "isik-yili", "stock": "isk-yl"}),
        ("ŞEKERİN ısısı", {"ours": "sekerin-isisi", "stock": "sekerin-ss"}),
    ],
)
def test_a_typed_slug_keeps_its_turkish_letters(world, typed, slugs, bilingual_site, submit):
    page = make_page(bilingual_site.english, title="Page")
    translation = submit(page, language="tr", title="Sayfa", slug=typed)

    translation.save_target(publish=False)

    assert slug_of(translation) == slugs[world]


def test_the_slug_stays_once_it_is_published(bilingual_site, submit, write):
    translation = submit(make_page(bilingual_site.turkish, title="Yen"), title="Ne")
    translation.save_target(publish=False)
    write(translation, title="New")
    translation.save_target(publish=True)
    write(translation, title="News")
    translation.save_target(publish=True)

    assert slug_of(translation) == "new"


def test_a_person_may_change_a_published_slug(bilingual_site, submit, write):
    translation = submit(make_page(bilingual_site.turkish, title="Yeni"), title="New")
    translation.save_target(publish=True)
    write(translation, slug="novelties")
    translation.save_target(publish=True)

    assert slug_of(translation) == "novelties"


def test_a_new_slug_of_the_original_changes_no_published_one(world, bilingual_site, submit):
    page = make_page(bilingual_site.turkish, title="Yeni")
    translation = submit(page, title="New", slug="new")
    translation.save_target(publish=True)
    page.slug = "yeni-urun"
    page.save_revision().publish()
    translation.source.update_from_db()

    translation.save_target(publish=True)

    assert slug_of(translation) == {"ours": "new", "stock": "yeni-urun"}[world]


def test_a_locale_cannot_be_synchronised(world, bilingual_site):
    locales = {"locale": bilingual_site.english.locale, "sync_from": bilingual_site.turkish.locale}

    if world == "ours":
        with pytest.raises(ImproperlyConfigured, match="not synchronised"):
            LocaleSynchronization.objects.create(**locales)
    else:
        LocaleSynchronization.objects.create(**locales)

    assert LocaleSynchronization.objects.exists() == {"ours": False, "stock": True}[world]


def test_the_form_of_a_locale_does_not_offer_to_synchronise(world, bilingual_site, admin_client):
    page = admin_client.get(reverse("wagtaillocales:edit", args=[bilingual_site.english.locale.pk]))

    assert ("sync_from" in page.content.decode()) == {"ours": False, "stock": True}[world]


def test_a_synchronisation_from_elsewhere_is_an_error(bilingual_site):
    locales = {"locale": bilingual_site.english.locale, "sync_from": bilingual_site.turkish.locale}
    assert check_synchronisation(None, databases=["default"]) == []

    LocaleSynchronization.objects.bulk_create([LocaleSynchronization(**locales)])

    assert [error.id for error in check_synchronisation(None, databases=["default"])] == ["cms.E201"]
