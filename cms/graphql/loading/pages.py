"""Pages as what they are: an article with an article's fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wagtail.models import Page

from cms.domain.visibility import with_locale
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered


def specific(pages: Iterable[Page], context: Context) -> list[Page]:
    """Return each page as its own type, in the order given, at the cost of one query for each type.

    Whether they may be seen has been decided where they were read. One deleted in between is left out.
    """
    given = {page.pk: page for page in pages}

    def load(keys: list[int]) -> dict[int, Page]:
        by_type: dict[type[Page], list[int]] = defaultdict(list)
        for key in keys:
            by_type[given[key].specific_class or Page].append(key)
        return {
            page.pk: page
            for model, own in by_type.items()
            for page in with_locale(model._default_manager.filter(pk__in=own))
        }

    known = remembered(context, "page", given, load)
    return [page for key in given if (page := known[key])]
