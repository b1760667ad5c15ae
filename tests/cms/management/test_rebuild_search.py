"""manage.py rebuild_search makes the index anew from what is published."""

import pytest
from django.core.management import call_command

from cms.models import SearchEntry, SearchTerm
from cms.testing.factories import BilingualSite, make_page

Rows = list[tuple[object, ...]]


def rows() -> tuple[Rows, Rows]:
    """Return what the index says, without when and under which key."""
    entries = SearchEntry.objects.order_by("content_type", "object_id", "language")
    terms = SearchTerm.objects.order_by("entry__content_type", "entry__object_id", "language", "term")
    return (
        list(
            entries.values_list("content_type", "object_id", "language", "title", "text", "words", "sort_key")
        ),
        list(terms.values_list("entry__object_id", "language", "term", "weight")),
    )


def test_rebuild_search_finds_what_publication_has_indexed_already(demo_site: None) -> None:
    maintained = rows()
    SearchEntry.objects.all().delete()

    call_command("rebuild_search", verbosity=0)

    assert maintained[0]
    assert rows() == maintained


def test_rebuild_search_forgets_what_is_gone(
    bilingual_site: BilingualSite, capsys: pytest.CaptureFixture[str]
) -> None:
    page = make_page(bilingual_site.turkish, title="Meşe")
    type(page).objects.filter(pk=page.pk).update(live=False)

    call_command("rebuild_search")

    assert not SearchEntry.objects.filter(page=page).exists()
    assert " read, 1 entries forgotten, 0 failed." in capsys.readouterr().out
