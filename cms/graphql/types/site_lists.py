"""What a frontend is built from: every address of a site, and every redirect."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Q
from graphql import GraphQLResolveInfo
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page as PageModel

from cms.domain.addresses import path_of, url_of
from cms.domain.visibility import Audience
from cms.graphql.connections import Connection, KeysetPage, keyset_page
from cms.graphql.context import context_of
from cms.graphql.execution import batch
from cms.graphql.loading.alternates import alternates_of
from cms.graphql.locales import LocaleCode
from cms.graphql.types.seo import Alternate


class SitemapEntry(graphene.ObjectType):
    """An address that search engines should know."""

    path = graphene.String(required=True, description="Path with its language prefix.")
    url = graphene.String(required=True, description="Absolute address.")
    locale = graphene.Field(LocaleCode, required=True, description="The language of what is there.")
    lastmod = graphene.DateTime(description="Last publication.")
    alternates = graphene.List(
        graphene.NonNull(Alternate),
        required=True,
        description="The same in every language; empty if there is one.",
    )

    def resolve_path(root: PageModel, info: GraphQLResolveInfo) -> str:
        return path_of(root)

    def resolve_url(root: PageModel, info: GraphQLResolveInfo) -> str:
        return url_of(root)

    def resolve_locale(root: PageModel, info: GraphQLResolveInfo) -> str:
        return root.locale.language_code

    def resolve_lastmod(root: PageModel, info: GraphQLResolveInfo) -> Any:
        return root.last_published_at

    @batch
    def resolve_alternates(pages: list[PageModel], info: GraphQLResolveInfo) -> list[Any]:
        return alternates_of(pages, context_of(info))


class SitemapConnection(Connection):
    """Addresses, as the editors arranged the pages."""

    class Meta:
        node = SitemapEntry


class RedirectEntry(graphene.ObjectType):
    """A path that leads elsewhere."""

    path = graphene.String(required=True, description="The path that was, without the last slash.")
    location = graphene.String(required=True, description="A path of this site, or an absolute address.")
    is_permanent = graphene.Boolean(required=True, description="True for 301, false for 302.")

    def resolve_path(root: Redirect, info: GraphQLResolveInfo) -> str:
        return root.old_path

    def resolve_location(root: Redirect, info: GraphQLResolveInfo) -> str:
        return path_of(root.redirect_page) if root.redirect_page else root.redirect_link


class RedirectConnection(Connection):
    """Redirects whose target is public, by path."""

    class Meta:
        node = RedirectEntry


def sitemap(
    audience: Audience, *, language: str | None, first: int | None, after: str | None = None
) -> KeysetPage:
    """Return a page of every public address. Raises BadInput as keyset_page does."""
    pages = audience.pages()
    if language:
        pages = pages.filter(locale__language_code=language)
    return keyset_page(pages, key="path", first=first, after=after)


def redirects(audience: Audience, *, first: int | None, after: str | None = None) -> KeysetPage:
    """Return a page of the redirects that lead somewhere public. Raises BadInput as keyset_page does."""
    to_page = Q(redirect_page__in=audience.pages().order_by().values("pk"))
    elsewhere = Q(redirect_page=None) & ~Q(redirect_link="")
    found = (
        Redirect.get_for_site(audience.site)
        .filter(to_page | elsewhere)
        .select_related("redirect_page__locale")
    )
    return keyset_page(found, key="old_path", first=first, after=after)
