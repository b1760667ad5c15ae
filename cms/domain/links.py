"""Where links lead: to the page's version in the reader's language, to a file, or nowhere public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from wagtail.models import Page

from cms.domain.tags.observing import observed
from cms.domain.visibility import Audience
from cms.models import ContentDocument


@dataclass(frozen=True)
class PageTarget:
    """A public page that a link leads to. `is_translated` is false when it is in another language."""

    page: Page
    path: str
    is_translated: bool


Aim: TypeAlias = tuple[int, str]
"""What a link to a page says: the linked page's primary key, and the language of those who follow it."""


def page_targets(aims: Iterable[Aim], *, audience: Audience) -> dict[Aim, PageTarget]:
    """Return the public target of each linked page for readers of a language, at the cost of two queries.

    A page without a public version in the language leads to the linked version itself; a page without any
    public version is not in the answer.
    """
    wanted = set(aims)
    pages = observed(Page.objects.filter(pk__in={key for key, _ in wanted}))
    linked = {page.pk: page.translation_key for page in pages}
    versions = audience.reachable().filter(translation_key__in=set(linked.values()))
    found = {(page.translation_key, page.locale.language_code): page for page in versions}
    own = {page.pk: page for page in found.values()}
    return {
        (key, language): target
        for key, language in wanted
        if key in linked and (target := target_of(found.get((linked[key], language)), own.get(key), audience))
    }


def target_of(translated: Page | None, own: Page | None, audience: Audience) -> PageTarget | None:
    page = translated or own
    return PageTarget(page, audience.path_of(page), is_translated=page is translated) if page else None


def document_targets(keys: Iterable[int], *, audience: Audience) -> dict[int, ContentDocument]:
    """Return the public documents among those linked, by primary key."""
    return {row.pk: row for row in audience.files(ContentDocument.objects.filter(pk__in=set(keys)))}
