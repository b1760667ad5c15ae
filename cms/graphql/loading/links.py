"""Where many links lead."""

from __future__ import annotations

from collections.abc import Iterable

from cms.domain.links import Aim, PageTarget, document_targets, page_targets
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.models import ContentDocument


def linked_pages(aims: Iterable[Aim], context: Context) -> dict[Aim, PageTarget | None]:
    """Return the public target of each linked page for readers of a language, at the cost of two queries."""

    def load(wanted: list[Aim]) -> dict[Aim, PageTarget]:
        return page_targets(wanted, audience=context.audience)

    return remembered(context, "linked page", aims, load)


def linked_documents(keys: Iterable[int], context: Context) -> dict[int, ContentDocument | None]:
    """Return the document of each primary key, None for one that is not public, at the cost of one query."""

    def load(wanted: list[int]) -> dict[int, ContentDocument]:
        return document_targets(wanted, audience=context.audience)

    return remembered(context, "linked document", keys, load)
