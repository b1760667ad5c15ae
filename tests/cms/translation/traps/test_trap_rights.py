import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation

from cms.models import ArticlePage, Menu
from cms.testing.factories import make_page


def in_english(page):
    return ArticlePage.objects.filter(
        translation_key=page.translation_key, locale__language_code="en"
    ).first()


@pytest.fixture
def submit_in_admin(client, bilingual_site):
    def submit(page, **fields):
        return client.post(
            reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
            {"locales": [bilingual_site.english.locale.pk], **fields},
        )

    return submit


def test_submitting_takes_the_right_to_add_over_there(world, bilingual_site, person, submit_in_admin):
    page = make_page(bilingual_site.turkish)
    person(change=bilingual_site.english)

    submit_in_admin(page)

    assert (in_english(page) is not None) == {"ours": False, "stock": True}[world]


def test_submitting_a_draft_takes_the_right_to_read_it(world, bilingual_site, person, submit_in_admin):
    page = make_page(bilingual_site.turkish, live=False)
    person(add=bilingual_site.english)

    submit_in_admin(page)

    assert (in_english(page) is not None) == {"ours": False, "stock": True}[world]


def test_submitting_a_private_page_takes_the_right_to_read_it(world, bilingual_site, person, submit_in_admin):
    page = make_page(bilingual_site.turkish)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    person(add=bilingual_site.english)

    submit_in_admin(page)

    assert (in_english(page) is not None) == {"ours": False, "stock": True}[world]


def test_submitting_a_subtree_takes_the_right_to_read_it_all(world, bilingual_site, person, submit_in_admin):
    section = make_page(bilingual_site.turkish, title="Bölüm")
    draft = make_page(section, live=False)
    person(add=bilingual_site.english)

    submit_in_admin(section, include_subtree="on")

    made = [in_english(page) is not None for page in (section, draft)]
    assert made == {"ours": [False, False], "stock": [True, True]}[world]


def test_with_the_rights_a_public_page_is_submitted(bilingual_site, person, submit_in_admin):
    page = make_page(bilingual_site.turkish)
    person(add=bilingual_site.english)

    submit_in_admin(page)

    assert in_english(page).live is False


def test_an_unreadable_page_cannot_even_be_asked_for(world, bilingual_site, person, client):
    page = make_page(bilingual_site.turkish, title="Gizli taslak", live=False)
    person(add=bilingual_site.english)

    response = client.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk]))

    shown = "Gizli taslak" in response.content.decode()
    assert (response.status_code, shown) == {"ours": (302, False), "stock": (200, True)}[world]


def test_synchronising_does_not_publish_without_the_right(world, published, write, person, client):
    write(published, title="Unseen")
    person(change=published.get_target_instance())

    client.post(
        reverse("wagtail_localize:update_translations", args=[published.source_id]),
        {"publish_translations": "on"},
    )

    assert published.get_target_instance().title == {"ours": "Programme", "stock": "Unseen"}[world]


def test_synchronising_takes_the_right_to_read_the_original(world, bilingual_site, submit, person, client):
    page = make_page(bilingual_site.turkish, title="Eski", live=False)
    translation = submit(page)
    ArticlePage.objects.filter(pk=page.pk).update(title="Yeni")
    person(change=bilingual_site.english)

    client.post(reverse("wagtail_localize:update_translations", args=[translation.source_id]))

    translation.source.refresh_from_db()
    assert translation.source.object_repr == {"ours": "Eski", "stock": "Yeni"}[world]


def test_a_draft_becomes_a_live_alias_only_with_the_right_to_publish(
    world, bilingual_site, submit, person, client
):
    page = make_page(bilingual_site.turkish)
    submit(page)
    Page.objects.filter(pk=in_english(page).pk).update(live=False)
    person(change=bilingual_site.english)

    client.post(reverse("wagtail_localize:convert_to_alias", args=[in_english(page).pk]))

    assert in_english(page).live == {"ours": False, "stock": True}[world]


@pytest.mark.parametrize("address", ["snippets_api_listing", "snippets_api_detail"])
def test_entries_are_listed_to_those_who_work_on_them(world, address, bilingual_site, person, client):
    site, locale = bilingual_site.site, bilingual_site.turkish.locale
    menu = Menu.objects.create(site=site, handle="main", title="Ana menü", locale=locale)
    person(change=bilingual_site.english)

    arguments = ["cms", "menu"] + ([menu.pk] if address == "snippets_api_detail" else [])
    response = client.get(reverse(f"wagtail_localize:{address}", args=arguments))

    shown = "Ana menü" in json.dumps(response.json(), ensure_ascii=False)
    assert (response.status_code, shown) == {"ours": (403, False), "stock": (200, True)}[world]


@pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results")  # wagtail-localize's own
def test_the_report_shows_what_one_works_on(world, bilingual_site, submit, person, client):
    own = make_page(bilingual_site.turkish, title="Benim")
    submit(own)
    submit(make_page(bilingual_site.turkish, title="Başkasının"))
    person(change=in_english(own))

    report = client.get(reverse("wagtail_localize:translations_report")).content.decode()

    shown = ("Benim" in report, "Başkasının" in report)
    assert shown == {"ours": (True, False), "stock": (True, True)}[world]


def test_entries_without_drafts_are_not_submitted(world, bilingual_site, admin_client):
    site, locale = bilingual_site.site, bilingual_site.turkish.locale
    menu = Menu.objects.create(site=site, handle="main", title="Ana menü", locale=locale)

    admin_client.post(
        reverse("wagtail_localize:submit_snippet_translation", args=["cms", "menu", menu.pk]),
        {"locales": [bilingual_site.english.locale.pk]},
    )

    assert Menu.objects.count() == {"ours": 1, "stock": 2}[world]


PO = b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "title"
msgid "Yaz"
msgstr "Summer"
"""


@pytest.mark.parametrize("content", [PO, b"/etc/hostname", b"nothing\nof the kind"])
def test_a_po_file_that_is_none_of_ours_gets_a_message(content, bilingual_site, submit, admin_client):
    translation = submit(make_page(bilingual_site.turkish, title="Yaz"))

    response = admin_client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("a.po", content)},
    )

    assert (response.status_code, StringTranslation.objects.count()) == (302, 0)


def test_wagtail_localize_fails_on_a_po_file_without_its_header(world, bilingual_site, submit, admin_client):
    translation = submit(make_page(bilingual_site.turkish, title="Yaz"))
    admin_client.raise_request_exception = False

    response = admin_client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("a.po", PO)},
    )

    assert response.status_code == {"ours": 302, "stock": 500}[world]


def test_a_downloaded_po_file_is_read_again(bilingual_site, submit, admin_client):
    translation = submit(make_page(bilingual_site.turkish, title="Yaz"))
    download = admin_client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    content = download.content.replace(b'msgid "Yaz"\nmsgstr ""', b'msgid "Yaz"\nmsgstr "Summer"')

    admin_client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("a.po", content)},
    )

    assert list(StringTranslation.objects.values_list("data", flat=True)) == ["Summer", "summer"]
