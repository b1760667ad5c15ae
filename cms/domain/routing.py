"""From a path on the frontend to what answers there."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.domain.addresses import path_of
from cms.domain.visibility import Audience


@dataclass(frozen=True)
class Found:
    """A page answers here."""

    page: Page


@dataclass(frozen=True)
class Moved:
    """What was here is now elsewhere; `location` is a path of this site or an absolute address."""

    location: str
    is_permanent: bool


@dataclass(frozen=True)
class Gone:
    """A page was published here once and is not any more."""

    path: str


def answer_at(path: str, *, audience: Audience) -> Found | Moved | Gone | None:
    """Return what answers at the path, for example /tr/program/; None when nothing ever did.

    A page that exists only in the other language is not an answer. A query string is ignored.
    """
    path = normalised(path)
    url_path = url_path_of(path, audience)
    page = audience.pages().filter(url_path=url_path).first() if url_path else None
    if page is not None:
        return Found(page.specific)
    if moved := redirect_from(path, audience):
        return moved
    return Gone(path) if url_path and was_published(url_path, audience) else None


def normalised(path: str) -> str:
    bare = path.split("?", 1)[0].split("#", 1)[0]
    return "/" + "".join(f"{part}/" for part in bare.split("/") if part)


def url_path_of(path: str, audience: Audience) -> str | None:
    """Return Wagtail's url_path for a path with a language prefix; None when the prefix is no language."""
    prefix, _, rest = path.lstrip("/").partition("/")
    if prefix not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        return None
    roots = audience.site.root_page.get_translations(inclusive=True).select_related("locale")
    root = next((root for root in roots if root.locale.language_code == prefix), None)
    return f"{root.url_path}{rest}" if root else None


def redirect_from(path: str, audience: Audience) -> Moved | None:
    found = Redirect.get_for_site(audience.site).filter(old_path=Redirect.normalise_path(path)).first()
    if found is None:
        return None
    if not found.redirect_page_id:
        return Moved(found.redirect_link, found.is_permanent)
    target = audience.pages().filter(pk=found.redirect_page_id).first()
    return Moved(path_of(target), found.is_permanent) if target else None


def was_published(url_path: str, audience: Audience) -> bool:
    """Whether a page at this address was public once. Pages made private are not told from missing ones."""
    unpublished = Page.objects.filter(url_path=url_path, live=False, first_published_at__isnull=False)
    return bool(audience.ever_public(unpublished).exists())
