"""Pages in the language that was asked for, or in the first of those that may stand in for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from wagtail.models import Page

from cms.graphql.context import Context
from cms.graphql.loading.pages import specific
from cms.graphql.loading.versions import public_versions


def in_language(
    pages: Sequence[Page], context: Context, *, language: str, fallback: Iterable[str] = ()
) -> list[Page | None]:
    """Return each page's public version in a language, else in the first of `fallback` that has one.

    Costs two queries and one for each type of page, whatever the number of pages.
    """
    wanted = (language, *fallback)
    found = [chosen(versions, wanted) for versions in public_versions(pages, context)]
    own = {page.pk: page for page in specific(filter(None, found), context)}
    return [asked_in(own[page.pk], language) if page and page.pk in own else None for page in found]


def chosen(versions: Sequence[Page], wanted: Sequence[str]) -> Page | None:
    by_language = {version.locale.language_code: version for version in versions}
    return next((by_language[language] for language in wanted if language in by_language), None)


def asked_in(page: Page, language: str) -> Page:
    """Return the page with the language that it was asked for in; the page given is left as it is.

    One operation may ask for the same page in several languages, and all of them may end at one version.
    """
    if page.locale.language_code == language:
        return page
    answered: Page = copy(page)
    answered.requested_language = language
    return answered


def requested_language(page: Page) -> str:
    """Return the language that the page was asked for in: its own, if it was not asked for in another."""
    asked: str = getattr(page, "requested_language", page.locale.language_code)
    return asked
