"""What editors do with pages that hold content of disabled plugins. Run by test_disabled_content.py."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.models import ArticlePage
from cms.testing.factories import BilingualSite, make_page

Bodies = list[dict[str, Any]]


@pytest.fixture
def organisation(db: None) -> Model:
    return apps.get_model("networks.Organisation").objects.create(key="unido", kind="network")


@pytest.fixture
def timeline(bilingual_site: BilingualSite) -> Page:
    """A page of a disabled plugin, made while the plugin was enabled."""
    return make_page(bilingual_site.turkish, apps.get_model("timelines.TimelinePage"), title="Süreç")


@pytest.fixture
def body(organisation: Model, timeline: Page) -> Bodies:
    """Blocks of two disabled plugins: one chooses a snippet, one a page."""
    chosen = [{"type": "item", "value": organisation.pk}]
    return [
        {"type": "networks_listing", "value": {"title": "Ağlar", "organisations": chosen}},
        {"type": "timelines_timeline", "value": {"title": "Zaman", "timeline": timeline.pk}},
    ]


@pytest.fixture
def page(bilingual_site: BilingualSite, body: Bodies) -> ArticlePage:
    return make_page(bilingual_site.turkish, title="Yazı", body=body)


def kept(page: Page) -> Bodies:
    """Return the body as it is stored, without the ids of blocks."""
    return without_ids(list(type(page).objects.get(pk=page.pk).body.raw_data))


def without_ids(value: Any) -> Any:
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    if isinstance(value, dict):
        return {name: without_ids(item) for name, item in value.items() if name != "id"}
    return value


@pytest.fixture
def form(organisation: Model, timeline: Page) -> dict[str, str]:
    """What a browser sends from the editor of the page, with a new title."""
    item = {"deleted": "", "order": "0", "value": f"{organisation.pk} · {organisation}"}
    listing = {"title": "Ağlar", "organisations": {"count": "1", "0": item}}
    shown = {"title": "Zaman", "timeline": str(timeline.pk)}
    form: dict[str, str] = nested_form_data(
        {
            "title": "Yeni",
            "slug": "yazi",
            "intro": "",
            "body": streamfield([("networks_listing", listing), ("timelines_timeline", shown)]),
            "claims": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
    return form


def test_editor_shows_the_blocks_apart_and_their_choices(admin_client: Client, page: ArticlePage) -> None:
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert json.dumps("Kapatılmış").strip('"') in editor
    assert "readonly" in editor


@pytest.mark.parametrize(("action", "live_title"), [("action-publish", "Yeni"), ("action-save", "Yazı")])
def test_an_editor_saves_a_page_and_its_blocks_stay(
    admin_client: Client, page: ArticlePage, form: dict[str, str], action: str, live_title: str
) -> None:
    before = kept(page)

    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**form, action: "1"})

    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (page.title, draft.title) == (live_title, "Yeni")
    assert without_ids(list(draft.body.raw_data)) == kept(page) == before


def test_publishing_keeps_the_blocks(page: ArticlePage, body: Bodies) -> None:
    page.title = "Başka"

    page.save_revision().publish()

    assert kept(page) == body


def test_going_back_to_an_earlier_version_keeps_the_blocks(page: ArticlePage, body: Bodies) -> None:
    earlier = page.latest_revision
    page.body = []
    page.save_revision().publish()

    earlier.publish()

    assert kept(page) == body


def test_copying_keeps_the_blocks(admin_client: Client, page: ArticlePage, body: Bodies) -> None:
    form = {"new_title": "Kopya", "new_slug": "kopya", "new_parent_page": page.get_parent().pk}

    admin_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)

    assert kept(ArticlePage.objects.get(title="Kopya")) == body


def test_moving_keeps_the_blocks(
    admin_client: Client, bilingual_site: BilingualSite, page: ArticlePage, body: Bodies
) -> None:
    section = make_page(bilingual_site.turkish, title="Bölüm")

    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk]))

    assert ArticlePage.objects.get(pk=page.pk).get_parent().pk == section.pk
    assert kept(page) == body


def test_a_translation_is_made_edited_and_published_with_the_blocks(
    admin_client: Client, page: ArticlePage, body: Bodies
) -> None:
    english = Locale.objects.get(language_code="en")

    submitted = admin_client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [english.pk]}
    )
    draft = page.get_translation(english).specific
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    published = publish_translation(page, english)

    assert (submitted.status_code, editor.status_code) == (302, 200)
    titles = [block["value"].pop("title") for block in published]
    assert titles == ["Ağlar in English", "Zaman in English"]
    for block in body:
        del block["value"]["title"]
    assert published == body


def publish_translation(page: ArticlePage, locale: Locale) -> Bodies:
    """Translate every text as translators do and publish; returns the body in the other language."""
    source = TranslationSource.objects.get(object_id=page.translation_key)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": f"{segment.string.data} in English"},
        )
    Translation.objects.get(source=source, target_locale=locale).save_target(publish=True)
    return kept(page.get_translation(locale).specific)


def test_pages_of_a_disabled_plugin_are_listed_with_a_note(
    admin_client: Client, bilingual_site: BilingualSite, timeline: Page, page: ArticlePage
) -> None:
    listing = admin_client.get(reverse("wagtailadmin_explore", args=[bilingual_site.turkish.pk]))

    text = listing.content.decode()
    assert "Süreç (kapatılmış)" in text or "Süreç (switched off)" in text
    assert "Yazı (" not in text


def test_pages_of_a_disabled_plugin_are_not_made_anew(
    admin_client: Client, bilingual_site: BilingualSite
) -> None:
    parent = bilingual_site.turkish

    choices = admin_client.get(reverse("wagtailadmin_pages:add_subpage", args=[parent.pk])).content.decode()
    add = admin_client.get(reverse("wagtailadmin_pages:add", args=["timelines", "timelinepage", parent.pk]))

    assert "timelinepage" not in choices
    assert add.status_code == 302  # back to the admin, refused


@pytest.mark.parametrize("model", ["timelines.TimelinePage", "networks.NetworksListingPage"])
def test_pages_of_a_disabled_plugin_open_in_the_editor(
    admin_client: Client, bilingual_site: BilingualSite, model: str
) -> None:
    page = make_page(bilingual_site.turkish, apps.get_model(model), title="Sayfa")

    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_pages_of_a_disabled_plugin_are_moved_unpublished_and_deleted_but_not_copied(
    admin_client: Client, bilingual_site: BilingualSite, timeline: Page
) -> None:
    section = make_page(bilingual_site.turkish, title="Bölüm")
    form = {"new_title": "Kopya", "new_slug": "kopya", "new_parent_page": section.pk}

    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[timeline.pk, section.pk]))
    admin_client.post(reverse("wagtailadmin_pages:copy", args=[timeline.pk]), form)
    admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[timeline.pk]))
    states = dict(type(timeline).objects.values_list("title", "live"))
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[timeline.pk]))

    assert states == {"Süreç": False}
    assert not type(timeline).objects.filter(pk=timeline.pk).exists()


def test_readers_see_nothing_of_a_disabled_plugin(ask: Any, timeline: Page, page: ArticlePage) -> None:
    query = "query ($path: String!) { route(path: $path) { ... on RoutePage { page { title } } } }"
    blocks = """{ route(path: "/tr/yazi/") {
      ... on RoutePage { page { ... on ArticlePage { body { __typename } } } }
    } }"""

    assert ask(query, path="/tr/surec/") == {"data": {"route": None}}
    assert ask(blocks) == {"data": {"route": {"page": {"body": []}}}}
