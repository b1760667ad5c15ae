"""A database of its own with a hundred articles, for measuring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection
from wagtail.models import Locale, Page

from cms.models import ArticlePage, Claim

ROWS = 100


@contextmanager
def hundred_articles() -> Iterator[None]:
    """Provide a database with a hundred articles, each with a claim; it is gone afterwards."""
    connection.settings_dict["TEST"]["MIGRATE"] = False  # tables are enough
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        write_articles()
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def write_articles() -> None:
    locale = Locale.objects.create(language_code="tr")
    root = Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    for number in range(ROWS):
        article = root.add_child(
            instance=ArticlePage(
                title=f"Dilmaç’ın {number}. yazısı",
                slug=f"yazi-{number}",
                intro="Çağdaş Türkçe üzerine kısa bir giriş. " * 3,
                first_published_at=datetime(2026, 1, 1, 12, tzinfo=UTC),
                last_published_at=datetime(2026, 2, 1, 12, tzinfo=UTC),
                locale=locale,
            )
        )
        Claim.objects.create(
            page=article, key="founded", kind=Claim.Kind.DATE, value="1994", canonical="1994", note="Kuruluş"
        )
