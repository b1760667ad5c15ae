"""The index follows what is published and saved, within its transaction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from wagtail.models import ReferenceIndex

from cms.models import ArticlePage, Problem, SearchEntry, SearchTerm
from cms.plugin_host.parts import SearchFields
from cms.search.indexing import MOST_WEIGHT, weights
from cms.testing.contributing import contributing
from cms.testing.factories import BilingualSite, make_page

Titles = Callable[..., list[str]]

BODY = [
    {"type": "heading", "value": {"text": "Kapsam", "level": "2"}},
    {"type": "text", "value": "<p>Bir <b>çam</b> ağacı.</p><ul><li>meşe</li></ul>"},
    {
        "type": "table",
        "value": {
            "caption": "Ağaçlar",
            "header": [{"type": "item", "value": "Tür"}],
            "rows": [{"type": "item", "value": [{"type": "item", "value": "Ardıç"}]}],
            "first_column_is_header": False,
        },
    },
]


def test_a_body_is_found_by_what_was_typed_into_it(bilingual_site: BilingualSite) -> None:
    page = make_page(bilingual_site.turkish, title="Orman", intro="Giriş.", body=BODY)

    entry = SearchEntry.objects.get(page=page)

    assert entry.text.splitlines()[:2] == ["Giriş.", "Kapsam"]
    assert [word in entry.text for word in ("çam", "meşe", "Ağaçlar", "Tür", "Ardıç")] == [True] * 5
    assert "level" not in entry.text


def test_a_new_publication_takes_the_place_of_the_old(bilingual_site: BilingualSite, titles: Titles) -> None:
    page = make_page(bilingual_site.turkish, title="Meşe")
    page.title = "Ardıç"

    page.save_revision().publish()

    assert (titles("meşe"), titles("ardıç")) == ([], ["Ardıç"])
    assert SearchEntry.objects.filter(page=page).count() == 1


def test_a_moved_page_is_found_at_its_new_path(
    bilingual_site: BilingualSite, search: Callable[..., dict[str, object]]
) -> None:
    section = make_page(bilingual_site.turkish, title="Bölüm", slug="bolum")
    page = make_page(bilingual_site.turkish, title="Meşe", slug="mese")

    page.move(section, pos="last-child")

    assert [node["path"] for node in search("meşe")["nodes"]] == ["/tr/bolum/mese/"]


def test_what_is_rolled_back_was_never_found(bilingual_site: BilingualSite, titles: Titles) -> None:
    with transaction.atomic():
        make_page(bilingual_site.turkish, title="Meşe")
        transaction.set_rollback(True)

    assert titles("meşe") == []
    assert not SearchTerm.objects.filter(term="mese").exists()


def test_the_index_is_no_use_of_a_page(bilingual_site: BilingualSite) -> None:
    page = make_page(bilingual_site.turkish, title="Meşe")

    assert not ReferenceIndex.get_references_to(page).exists()


def test_a_failure_of_the_texts_stops_no_publication(bilingual_site: BilingualSite, titles: Titles) -> None:
    def texts(page: ArticlePage, language: str) -> tuple[str, ...]:
        raise LookupError

    page = make_page(bilingual_site.turkish, title="Meşe")

    with contributing("broken", search_fields=(SearchFields(model=ArticlePage, texts=texts, result=object),)):
        page.save_revision().publish()

    assert ArticlePage.objects.get(pk=page.pk).live
    assert titles("meşe") == []
    assert Problem.objects.get().place == "search texts of cms.articlepage"


def test_titles_weigh_most_and_repetition_ends_somewhere() -> None:
    found = weights(["meşe", "çam", "ardıç " * 100], language="tr")

    assert (found["mese"], found["cam"], found["ardic"]) == (8, 3, MOST_WEIGHT)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_plugin_object_without_a_language_is_found_in_each(
    demo_site: None, titles: Titles, language: str
) -> None:
    from plugins.networks.models import Organisation, OrganisationName

    body = Organisation(key="oak", kind="organisation", live=True)
    body.names = [OrganisationName(text="Quercus", language="en", kind="official")]
    body.save()

    assert titles("quercus", language.upper()) == ["Quercus"]

    body.delete()

    assert titles("quercus", language.upper()) == []
