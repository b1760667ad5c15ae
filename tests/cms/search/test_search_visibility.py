"""What a reader may not see is not found: neither listed nor counted, in no facet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.models import ArticlePage, SearchEntry
from cms.search.indexing import index
from cms.testing.absence import ask_without
from cms.testing.factories import BilingualSite, make_page, make_site, translate

Titles = Callable[..., list[str]]


def test_a_draft_is_not_found(bilingual_site: BilingualSite, titles: Titles) -> None:
    make_page(bilingual_site.turkish, title="Gizli taslak", live=False)

    assert titles("taslak") == []


def test_a_draft_of_a_public_page_is_not_found(bilingual_site: BilingualSite, titles: Titles) -> None:
    page = make_page(bilingual_site.turkish, title="Yayındaki")
    page.title = "Taslaktaki"
    page.save_revision()

    assert (titles("taslaktaki"), titles("yayındaki")) == ([], ["Yayındaki"])


def test_an_unpublished_page_is_not_found(bilingual_site: BilingualSite, titles: Titles) -> None:
    page = make_page(bilingual_site.turkish, title="Eski haber")

    page.unpublish()

    assert titles("haber") == []
    assert not SearchEntry.objects.filter(page=page).exists()


def test_a_deleted_page_is_not_found(bilingual_site: BilingualSite, titles: Titles) -> None:
    make_page(bilingual_site.turkish, title="Eski haber").delete()

    assert titles("haber") == []


def test_a_private_page_and_what_is_below_it_are_not_found(
    bilingual_site: BilingualSite, titles: Titles
) -> None:
    parent = make_page(bilingual_site.turkish, title="İç haber")
    make_page(parent, title="Daha iç haber")

    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)

    assert titles("haber") == []


def test_an_expired_page_is_not_found_before_anybody_unpublishes_it(
    bilingual_site: BilingualSite, titles: Titles
) -> None:
    page = make_page(bilingual_site.turkish, title="Süresi geçmiş haber")

    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    assert titles("haber") == []


def test_a_scheduled_page_is_not_found(bilingual_site: BilingualSite, titles: Titles) -> None:
    page = make_page(bilingual_site.turkish, title="Yarınki haber", live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)

    page.save_revision().publish()

    assert titles("haber") == []


def test_a_page_of_another_site_is_found_there_only(bilingual_site: BilingualSite, titles: Titles) -> None:
    other = make_site(hostname="other.example", is_default=False)
    make_page(other.turkish, title="Öteki haber")

    assert titles("haber") == []
    assert titles("haber", site="other.example") == ["Öteki haber"]


def test_a_page_is_found_in_its_own_language_only(bilingual_site: BilingualSite, titles: Titles) -> None:
    translate(make_page(bilingual_site.turkish, title="Protokol"), title="Protocol")

    assert (titles("protokol", "EN"), titles("protocol", "EN")) == ([], ["Protocol"])


def test_an_alias_is_not_found_beside_its_page(bilingual_site: BilingualSite, titles: Titles) -> None:
    page = make_page(bilingual_site.turkish, title="Haber")
    page.create_alias(parent=bilingual_site.turkish, update_slug="haber-2")

    assert titles("haber") == ["Haber"]


def test_content_of_a_disabled_plugin_is_not_found(demo_site: None) -> None:
    query = '{ search(query: "Roundtable", locale: EN) { totalCount facets { kind } nodes { title } } }'

    answer = ask_without("networks", query)

    assert answer == {"data": {"search": {"totalCount": 0, "facets": [], "nodes": []}}}


def test_an_entry_that_outlives_its_object_is_not_found(
    bilingual_site: BilingualSite, titles: Titles
) -> None:
    page = make_page(bilingual_site.turkish, title="Haber")
    index(page)
    SearchEntry.objects.filter(page=page).update(page=None)

    assert titles("haber") == []


@pytest.mark.parametrize(
    ("model", "kind"),
    [
        pytest.param("networks.organisation", "NetworksOrganisation", id="networks"),
        pytest.param("timelines.activitytext", "TimelinesActivity", id="timelines"),
    ],
)
def test_drafts_of_plugins_objects_are_not_found(
    demo_site: None, search: Callable[..., dict[str, Any]], model: str, kind: str
) -> None:
    content_type = ContentType.objects.get_by_natural_key(*model.split("."))
    entry = SearchEntry.objects.filter(content_type=content_type, language="tr").order_by("pk")[0]
    before = search(entry.title, kinds=[kind])

    content_type.model_class().objects.filter(pk=entry.object_id).update(live=False)

    after = search(entry.title, kinds=[kind])
    assert before["nodes"][0]["title"] == entry.title
    assert after["totalCount"] == before["totalCount"] - 1
    assert entry.title not in [node["title"] for node in after["nodes"]]
