"""Lists of pages from anywhere on a site, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from cms.domain.visibility import Audience
from cms.graphql.connections import check_size
from cms.graphql.context import Context
from cms.graphql.errors import BadInput
from cms.graphql.loading.pages import specific
from cms.graphql.ordering import Ordering
from cms.models import SearchEntry
from cms.search.matching import found
from cms.search.question import question
from cms.search.sources import kinds_of


@dataclass
class PageList:
    """One page of a list of pages; what a connection's resolvers ask of a KeysetPage."""

    public: QuerySet[Page]
    ordering: Ordering
    context: Context
    first: int
    after: str | None

    @cached_property
    def window(self) -> list[Page]:
        rest = self.public.filter(self.ordering.behind(self.after)) if self.after else self.public
        return list(self.ordering.placed(rest).order_by(*self.ordering.order_by)[: self.first + 1])

    @cached_property
    def rows(self) -> list[Page]:
        return specific(self.window[: self.first], self.context)

    @property
    def has_more(self) -> bool:
        return len(self.window) > self.first

    @cached_property
    def total(self) -> int:
        return self.public.order_by().count()

    @cached_property
    def places(self) -> dict[int, Page]:
        return {page.pk: page for page in self.window}

    def cursor(self, row: Page) -> str:
        return self.ordering.cursor(self.places[row.pk])


def page_list(
    audience: Audience,
    condition: Q,
    ordering: Ordering,
    context: Context,
    *,
    language: str,
    first: int | None,
    after: str | None = None,
) -> PageList:
    """Return a page of what fulfils a condition.

    Raises BadInput for a size or a cursor that cannot be used.
    """
    size = check_size(first)
    if after:
        ordering.read(after)
    public = audience.pages().filter(condition, locale__language_code=language).select_related(None)
    return PageList(public, ordering, context, size, after)


def pages_with_words(words: str, *, language: str, audience: Audience) -> QuerySet[Any, Any]:
    """Return the keys of the pages that the reader's search finds. Raises BadInput for too many words."""
    try:
        asked = question(words, language=language)
    except ValueError as error:
        raise BadInput(f"`search` {error}.") from None
    kinds = {key: kind for key, kind in kinds_of(audience.plugins).items() if kind.is_page}
    entries = found(asked, kinds, audience=audience).values("entry_id")
    return SearchEntry.objects.filter(pk__in=entries, page__isnull=False).values("page_id")
