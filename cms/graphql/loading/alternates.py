"""Where the language versions of many pages are, as search engines want to know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.conf import settings
from wagtail.models import Page

from cms.domain.addresses import url_of
from cms.graphql.context import Context
from cms.graphql.loading.versions import public_versions

X_DEFAULT = "x-default"


def alternates_of(pages: Sequence[Page], context: Context) -> list[list[dict[str, str]]]:
    """Return the alternates of each page at the cost of one query; none for a page in one language only."""
    return [list(alternates(versions)) for versions in public_versions(pages, context)]


def alternates(versions: Sequence[Page]) -> Iterator[dict[str, str]]:
    if len(versions) < 2:
        return
    urls = {version.locale.language_code: url_of(version) for version in versions}
    for language, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        if language in urls:
            yield {"hreflang": language, "locale": language, "url": urls[language]}
    if default := urls.get(settings.LANGUAGE_CODE):
        yield {"hreflang": X_DEFAULT, "locale": settings.LANGUAGE_CODE, "url": default}
