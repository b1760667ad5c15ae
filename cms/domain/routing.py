"""From a path on the frontend to what answers there."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.domain.specific import specific_pages
from cms.domain.tags import naming
from cms.domain.tags.ledger import depending_on
from cms.domain.visibility import Audience, VisibleQuestion
from cms.models import GoneAddress


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
    if url_path and (page := page_at(url_path, audience)):
        return Found(page)
    redirect = redirect_at(path, audience)
    if redirect and (moved := followed(redirect, audience)):
        return moved
    return Gone(path) if was_there(path, url_path, redirect, audience) else None


def page_at(url_path: str, audience: Audience) -> Page | None:
    """Return the public page at Wagtail's url_path as its own type, at the cost of two queries."""
    found = dict(AT_PATH.ask(audience, url_path=url_path, slug=slug_of(url_path)))
    return next(iter(specific_pages(found).values()), None)


AT_PATH = VisibleQuestion(
    lambda audience, url_path, slug: (
        audience.reachable(Page.objects.filter(url_path=url_path, slug=slug))
        .order_by()
        .values_list("pk", "content_type_id")[:1]
    ),
    url_path=Page._meta.get_field("url_path"),
    slug=Page._meta.get_field("slug"),
)


def slug_of(url_path: str) -> str:
    """Return the last part of a path. Wagtail has an index of slugs, and none of paths."""
    return url_path.rstrip("/").rpartition("/")[2]


def normalised(path: str) -> str:
    bare = path.split("?", 1)[0].split("#", 1)[0]
    return "/" + "".join(f"{part}/" for part in bare.split("/") if part)


def url_path_of(path: str, audience: Audience) -> str | None:
    """Return Wagtail's url_path for a path with a language prefix; None when the prefix is no language."""
    prefix, _, rest = path.lstrip("/").partition("/")
    if prefix not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        return None
    tree = next((tree for tree in audience.trees if tree.language == prefix), None)
    return f"{tree.url_path}{rest}" if tree else None


def redirect_at(path: str, audience: Audience) -> Redirect | None:
    old_path = Redirect.normalise_path(path)
    with depending_on([naming.redirect(old_path)], of={"redirect"}):
        found: Redirect | None = Redirect.get_for_site(audience.site).filter(old_path=old_path).first()
    return found


def followed(redirect: Redirect, audience: Audience) -> Moved | None:
    """Return where a redirect leads; None when that is not public."""
    if not redirect.redirect_page_id:
        return Moved(redirect.redirect_link, redirect.is_permanent)
    target = audience.reachable().filter(pk=redirect.redirect_page_id).first()
    return Moved(audience.path_of(target), redirect.is_permanent) if target else None


def was_there(path: str, url_path: str | None, redirect: Redirect | None, audience: Audience) -> bool:
    """Whether a public page was here once: withdrawn, or deleted, or moved from here and then withdrawn.

    Pages made private are not told from missing ones.
    """
    here = Q(url_path=url_path, slug=slug_of(url_path)) if url_path else Q(pk__in=())
    moved = Q(pk=redirect.redirect_page_id) if redirect and redirect.redirect_page_id else Q(pk__in=())
    withdrawn = Page.objects.filter(here | moved, alias_of=None, first_published_at__isnull=False)
    if audience.ever_public(withdrawn).exists():
        return True
    return GoneAddress.objects.filter(site=audience.site, path=Redirect.normalise_path(path)).exists()
