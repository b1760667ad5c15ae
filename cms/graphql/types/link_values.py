"""From the values of link blocks to links whose targets are public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cms.domain.documents import Work
from cms.domain.links import Aim, PageTarget
from cms.graphql.context import Context
from cms.graphql.loading.documents import works_of
from cms.graphql.loading.links import linked_pages
from cms.graphql.types.links import LinkToDocument, LinkToPage, link_to

LinkValue = Mapping[str, Any]  # Any: page, document or text
LinkValues = tuple[Sequence[LinkValue], str]
"""The links of a block, and the language of the page that holds it."""


def links_of(blocks: Sequence[LinkValues], context: Context) -> list[list[Any]]:
    """Return a link for each value of each block, in order, at the cost of three queries."""
    aims = ((value["page"].pk, language) for values, language in blocks for value in values if value["page"])
    pages = linked_pages(aims, context)
    documents = [
        ([value["document"] for value in values if value["document"]], language)
        for values, language in blocks
    ]
    works = works_of(documents, context)
    return [
        links_in(values, language, pages, {work.document.pk: work for work in found})
        for (values, language), found in zip(blocks, works, strict=True)
    ]


def links_in(
    values: Sequence[LinkValue],
    language: str,
    pages: Mapping[Aim, PageTarget | None],
    documents: Mapping[int, Work],
) -> list[Any]:
    targets = (pages[value["page"].pk, language] if value["page"] else None for value in values)
    return [link_of(value, target, documents) for value, target in zip(values, targets, strict=True)]


def link_of(value: LinkValue, target: PageTarget | None, documents: Mapping[int, Work]) -> Any:
    text = value["text"] or ""
    if value["url"]:
        return link_to(text, value["url"])
    if value["document"]:
        work = documents.get(value["document"].pk)
        return LinkToDocument(text or (work.best.title if work else ""), work)
    # A deleted target leaves nothing behind. The title of a page that is not public is not public either.
    return LinkToPage(text or (target.page.title if target else ""), target.page if target else None)
