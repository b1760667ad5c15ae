"""Pages as what they are: an article with an article's fields."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page

from cms.domain.specific import specific_pages
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered


def specific(pages: Iterable[Page], context: Context) -> list[Page]:
    """Return each page as its own type, in the order given, at the cost of one query for each type.

    Whether they may be seen has been decided where they were read. One deleted in between is left out.
    """
    given = {page.pk: page for page in pages}

    def load(keys: list[int]) -> dict[int, Page]:
        return specific_pages({key: given[key].content_type_id for key in keys})

    known = remembered(context, "page", given, load)
    return [page for key in given if (page := known[key])]


def specific_of(page: Page | None, context: Context) -> Page | None:
    """Return one page as its own type; None for none."""
    return next(iter(specific([page], context)), None) if page else None
