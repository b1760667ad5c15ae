"""What people made with a plugin is told piece by piece, each with the way to it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from cms.domain.removal.content import (
    DELETE_BLOCKS,
    DELETE_DRAFTS,
    DELETE_PAGES,
    DROP_HISTORY,
    UPDATE_SOURCES,
    Finding,
    content_of,
)
from cms.domain.removal.removing import delete_history
from cms.models import ArticlePage
from cms.plugin_host.declaration import PluginConfig
from cms.testing.factories import BilingualSite, make_page

BLOCK = {"type": "timelines_timeline", "value": {"title": "", "timeline": None}}
BLOCKS = "blocks timelines_timeline"


@pytest.fixture
def timelines() -> PluginConfig:
    plugin = apps.get_app_config("timelines")
    assert isinstance(plugin, PluginConfig)
    return plugin


@pytest.fixture
def page(bilingual_site: BilingualSite) -> ArticlePage:
    """A live page with a block of the plugin."""
    return make_page(bilingual_site.turkish, title="Yazı", body=[BLOCK])


def place(page: ArticlePage, title: str = "Yazı") -> str:
    return f"“{title}” (tr) http://localhost:8000/admin/pages/{page.pk}/edit/"


def without_block(page: ArticlePage, *, live: bool) -> None:
    page.body = []
    revision = page.save_revision()
    if live:
        revision.publish()


@pytest.mark.django_db
def test_nothing_is_found_where_nothing_was_made(timelines: PluginConfig) -> None:
    assert content_of(timelines) == ()


def test_pages_are_told_with_their_addresses(bilingual_site: BilingualSite, timelines: PluginConfig) -> None:
    page = make_page(bilingual_site.turkish, apps.get_model("timelines.TimelinePage"), title="Süreç")

    found = content_of(timelines)

    assert found == (
        Finding(what="timelines.TimelinePage: pages", places=(place(page, "Süreç"),), remedy=DELETE_PAGES),
    )


@pytest.mark.django_db
def test_rows_are_told_by_model_and_may_be_let_go(timelines: PluginConfig) -> None:
    activity = apps.get_model("timelines.Activity").objects.create(key="a", kind="meeting")
    locale = Locale.objects.get_or_create(language_code="tr")[0]
    apps.get_model("timelines.ActivityText").objects.create(activity=activity, locale=locale, title="A")

    found = content_of(timelines)

    assert [(finding.what, finding.places) for finding in found] == [
        ("timelines.Activity: rows", (f"id {activity.pk}: A",))
    ]
    assert "--drop timelines.activity" in found[0].remedy
    assert content_of(timelines, drop={"timelines.activity"}) == ()


def test_block_is_told_where_it_is_stored_and_drafted(page: ArticlePage, timelines: PluginConfig) -> None:
    found = content_of(timelines)

    revision = f"revision {page.latest_revision.pk} of {place(page)}"
    assert found == (
        Finding(what=f"{BLOCKS}: stored", places=(place(page),), remedy=DELETE_BLOCKS),
        Finding(what=f"{BLOCKS}: drafts", places=(revision,), remedy=DELETE_DRAFTS),
    )


def test_block_that_only_a_draft_lacks_is_still_stored(page: ArticlePage, timelines: PluginConfig) -> None:
    without_block(page, live=False)

    assert [finding.what for finding in content_of(timelines)] == [
        f"{BLOCKS}: stored",
        f"{BLOCKS}: earlier versions",
    ]


def test_version_that_is_to_go_live_counts_as_a_draft(page: ArticlePage, timelines: PluginConfig) -> None:
    scheduled = page.latest_revision
    without_block(page, live=True)

    scheduled.approved_go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save()

    assert [finding.what for finding in content_of(timelines)] == [f"{BLOCKS}: drafts"]


def test_history_is_deleted_when_asked(page: ArticlePage, timelines: PluginConfig) -> None:
    past = page.latest_revision
    without_block(page, live=True)

    found = content_of(timelines)
    deleted = delete_history(timelines)

    places = (f"revision {past.pk} of {place(page)}",)
    assert found == (Finding(what=f"{BLOCKS}: earlier versions", places=places, remedy=DROP_HISTORY),)
    assert (deleted, content_of(timelines), page.revisions.count()) == (1, (), 1)


def test_what_translators_have_is_told_as_long_as_the_original_exists(
    page: ArticlePage, timelines: PluginConfig
) -> None:
    TranslationSource.get_or_create_from_instance(page)
    without_block(page, live=True)
    delete_history(timelines)

    found = content_of(timelines)
    page.delete()

    originals = Finding(
        what=f"{BLOCKS}: translators’ originals", places=(place(page),), remedy=UPDATE_SOURCES
    )
    assert found == (originals,)
    assert content_of(timelines) == ()
