"""The public versions of many works, and how each relates to its original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from wagtail.models import Page

from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.translation.states import TranslationStatus, statuses_of

Statuses = dict[str, TranslationStatus]


def public_versions(pages: Sequence[Page], context: Context) -> list[list[Page]]:
    """Return every public language version of each page, itself included, at the cost of one query."""

    def load(keys: list[UUID]) -> dict[UUID, list[Page]]:
        versions: dict[UUID, list[Page]] = defaultdict(list)
        for page in context.audience.pages().filter(translation_key__in=keys):
            versions[page.translation_key].append(page)
        return versions

    known = remembered(context, "versions", (page.translation_key for page in pages), load)
    return [known[page.translation_key] or [] for page in pages]


def statuses(pages: Sequence[Page], context: Context) -> list[Statuses]:
    """Return the status of each page's work in every other language, at the cost of two queries."""
    given = {page.pk: page for page in pages}

    def load(keys: list[int]) -> dict[int, Statuses]:
        return statuses_of([given[key] for key in keys])

    known = remembered(context, "statuses", given, load)
    return [known[page.pk] or {} for page in pages]
