"""What has to be known before any page is read: the sites, their trees, and what is kept private."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from wagtail.models import Site

SITE, PAGE, COLLECTION = 1, 2, 3

# One statement, because every request begins with it. What a row says depends on its first column.
STATEMENT = """
SELECT 1, site.id, site.hostname, site.port, site.site_name, site.root_page_id, site.is_default_site,
       home.path, home.url_path, locale.language_code
  FROM wagtailcore_site site
  JOIN wagtailcore_page root ON root.id = site.root_page_id
  JOIN wagtailcore_page home ON home.translation_key = root.translation_key
  JOIN wagtailcore_locale locale ON locale.id = home.locale_id
UNION ALL
SELECT 2, NULL, NULL, NULL, NULL, NULL, NULL, page.path, NULL, NULL
  FROM wagtailcore_pageviewrestriction restriction
  JOIN wagtailcore_page page ON page.id = restriction.page_id
UNION ALL
SELECT 3, NULL, NULL, NULL, NULL, NULL, NULL, collection.path, NULL, NULL
  FROM wagtailcore_collectionviewrestriction restriction
  JOIN wagtailcore_collection collection ON collection.id = restriction.collection_id
"""


@dataclass(frozen=True)
class Tree:
    """A site's pages in one language: what lies below its home page there."""

    language: str
    path: str
    url_path: str


@dataclass(frozen=True)
class Premises:
    """The sites by primary key, the trees of each, and the paths below which everything is private."""

    sites: Mapping[int, Site]
    trees: Mapping[int, tuple[Tree, ...]]
    private_pages: tuple[str, ...]
    private_collections: tuple[str, ...]

    @property
    def default_site(self) -> Site | None:
        return next((site for site in self.sites.values() if site.is_default_site), None)

    def site_at(self, hostname: str, port: int | None = None) -> Site | None:
        """Return the site with this host name; without a port, the first of them."""
        named = (site for site in self.sites.values() if site.hostname == hostname)
        return next((site for site in named if port in (None, site.port)), None)


def read_premises() -> Premises:
    """Return what is true now, at the cost of one query."""
    rows = answered()
    sites: dict[int, Site] = {}
    trees: dict[int, list[Tree]] = defaultdict(list)
    private: dict[int, list[str]] = {PAGE: [], COLLECTION: []}
    for kind, key, hostname, port, name, root_page_id, is_default, path, url_path, language in sorted(
        rows, key=lambda row: (row[0], row[1] or 0)
    ):
        if kind != SITE:
            private[kind].append(path)
            continue
        if key not in sites:
            sites[key] = Site(key, hostname, port, name, root_page_id, bool(is_default))
        trees[key].append(Tree(language, path, url_path))
    return Premises(
        sites,
        {key: tuple(found) for key, found in trees.items()},
        tuple(private[PAGE]),
        tuple(private[COLLECTION]),
    )


def answered() -> list[tuple[Any, ...]]:
    """Return the rows. A connection that broke while idle is opened anew: this is what finds out."""
    try:
        return fetched()
    except (InterfaceError, OperationalError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return fetched()


def fetched() -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        return list(cursor.fetchall())
