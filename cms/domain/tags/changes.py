"""The inverse of reading: from what changed to the tags of the answers that may be different now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings

from cms.domain.tags import naming
from cms.events.base import Event
from cms.events.content import PageEvent


@dataclass(frozen=True, kw_only=True)
class ContentChanged(Event):
    """Something that readers may see changed, came or went.

    `kinds` says what it is, the nearest first and apart by spaces: "article page". `locale` is its language,
    empty for what has none. `tags` are those of itself and of what leads to it, before and after.
    """

    name: ClassVar[str] = "content.changed"

    kinds: str
    locale: str
    tags: str


def tags_of_change(event: Event) -> frozenset[str]:
    """Return the tags to purge. Every answer that the change makes different carries one of them.

    An event of a page says only which page it was, not what was found at its address: of the answers that
    found nothing there it knows those that asked by id and by translation. ContentChanged knows all.
    """
    if isinstance(event, PageEvent):
        own = [f"page-{event.page_id}", naming.translations(event.translation_key)]
        kinds = [kind_of_type(event.page_type), naming.PAGE]
        return frozenset({*own, *lists(kinds, event.locale), *for_every_change(event.locale)})
    if isinstance(event, ContentChanged):
        own = event.tags.split()
        return frozenset(
            {*own, *lists(event.kinds.split(), event.locale), *for_every_change(event.locale)}
        ) | {naming.coarser(tag) for tag in own}
    return frozenset()


def kind_of_type(page_type: str) -> str:
    """Return the kind of "cms.articlepage": "article"."""
    label, _, name = page_type.partition(".")
    name = name.removesuffix("page") or naming.PAGE
    return name if label in {"cms", "wagtailcore"} else f"{label.replace('_', '-')}.{name}"


def lists(kinds: list[str], locale: str) -> set[str]:
    return {naming.listed(kind, language) for kind in kinds for language in {"", locale}}


def for_every_change(locale: str) -> set[str]:
    """Return the tags of what anything may be part of: the search, and answers that read too much to say."""
    languages = [locale] if locale else [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
    return {naming.EVERYTHING, "search", *map(naming.search, languages)}
