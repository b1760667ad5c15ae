"""Menus."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.addresses import path_of
from cms.domain.navigation import Entry, entries_of
from cms.graphql.context import context_of
from cms.graphql.locales import LocaleCode
from cms.graphql.types.pages import Page
from cms.models import Menu as MenuModel


class MenuEntry(graphene.ObjectType):
    """One entry: a page of the site, or an address elsewhere."""

    label = graphene.String(required=True, description="What to show, in the menu's language.")
    page = graphene.Field(Page, description="The page; null for an address elsewhere.")
    path = graphene.String(description="The page's path; null for an address elsewhere.")
    url = graphene.String(description="The address elsewhere; null for a page.")

    def resolve_path(root: Entry, info: GraphQLResolveInfo) -> str | None:
        return path_of(root.page) if root.page else None

    def resolve_url(root: Entry, info: GraphQLResolveInfo) -> str | None:
        return root.url or None


class Menu(graphene.ObjectType):
    """A menu in one language. Entries whose page is not public in that language are left out."""

    handle = graphene.String(required=True, description="What it was asked for by.")
    title = graphene.String(required=True, description="Its title, for example as a label of the landmark.")
    locale = graphene.Field(LocaleCode, required=True, description="Its language.")
    entries = graphene.List(graphene.NonNull(MenuEntry), required=True, description="Its entries, in order.")

    def resolve_locale(root: MenuModel, info: GraphQLResolveInfo) -> str:
        return root.locale.language_code

    def resolve_entries(root: MenuModel, info: GraphQLResolveInfo) -> tuple[Any, ...]:
        return entries_of(root, audience=context_of(info).audience)
