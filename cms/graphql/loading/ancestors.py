"""The pages above many pages, by the prefixes of their paths."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Page

from cms.domain.tags import naming
from cms.domain.tags.observing import observed
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.graphql.loading.pages import specific


def ancestors_of(pages: Sequence[Page], context: Context) -> list[list[Page]]:
    """Return the public pages above each page in its own language, the highest first."""
    above = public_above(pages, context)
    own = {page.pk: page for page in specific((page for line in above for page in line), context)}
    return [[own[page.pk] for page in line if page.pk in own] for line in above]


def parents_of(pages: Sequence[Page], context: Context) -> list[Page | None]:
    """Return the nearest public page above each page in its own language; None for the highest."""
    nearest = [line[-1] if line else None for line in public_above(pages, context)]
    own = {page.pk: page for page in specific(filter(None, nearest), context)}
    return [own.get(page.pk) if page else None for page in nearest]


def public_above(pages: Sequence[Page], context: Context) -> list[list[Page]]:
    """Return the same as ancestors_of, as plain pages, at the cost of one query."""

    def load(paths: list[str]) -> dict[str, Page]:
        public = context.audience.pages(Page.objects.filter(path__in=paths))
        return {page.path: page for page in observed(public, tags=addresses_above(pages))}

    prefixes = [prefixes_of(page.path) for page in pages]
    at = remembered(context, "public page at", (path for line in prefixes for path in line), load)
    return [
        [found for path in line if (found := at[path]) and found.locale_id == page.locale_id]
        for page, line in zip(pages, prefixes, strict=True)
    ]


def addresses_above(pages: Sequence[Page]) -> set[str]:
    """Return the tags of what answers above the pages: one that is missing may come."""
    parts = [page.url_path.strip("/").split("/") for page in pages]
    above = {"/".join(line[:end]) for line in parts for end in range(1, len(line))}
    return {naming.path(f"/{address}/") for address in above}


def prefixes_of(path: str) -> list[str]:
    """Return the paths of the pages above, the highest first."""
    return [path[:end] for end in range(Page.steplen, len(path), Page.steplen)]
