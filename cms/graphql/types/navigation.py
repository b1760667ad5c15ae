"""Menus, and which of their entries lead to where the reader is."""

from __future__ import annotations

from dataclasses import dataclass

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.addresses import path_of
from cms.domain.navigation import Entry, entries_of
from cms.domain.routing import normalised
from cms.graphql.context import context_of
from cms.graphql.locales import LocaleCode
from cms.graphql.types.pages import Page
from cms.models import Menu as MenuModel


@dataclass(frozen=True)
class ShownMenu:
    """A menu on the page at a path; nobody says where with None."""

    menu: MenuModel
    active_path: str | None


@dataclass(frozen=True)
class ShownEntry:
    """An entry of a menu that is shown somewhere."""

    entry: Entry
    active_path: str | None

    @property
    def path(self) -> str | None:
        return path_of(self.entry.page) if self.entry.page else None

    @property
    def is_current(self) -> bool:
        return self.active_path is not None and self.path == normalised(self.active_path)

    @property
    def is_active(self) -> bool:
        """Whether the reader is on the page or below it; being below a home page says nothing."""
        if self.is_current or self.active_path is None or not self.path:
            return self.is_current
        return len(self.path.strip("/").split("/")) > 1 and normalised(self.active_path).startswith(self.path)


class MenuEntry(graphene.ObjectType):
    """One entry: a page of the site, or an address elsewhere."""

    label = graphene.String(required=True, description="What to show, in the menu's language.")
    page = graphene.Field(Page, description="The page; null for an address elsewhere.")
    path = graphene.String(description="The page's path; null for an address elsewhere.")
    url = graphene.String(description="The address elsewhere; null for a page.")
    is_current = graphene.Boolean(
        required=True, description="True when it leads to the page at `activePath`: aria-current=page."
    )
    is_active = graphene.Boolean(
        required=True,
        description="True when the page at `activePath` is there or below; below a home page does not count.",
    )

    def resolve_label(root: ShownEntry, info: GraphQLResolveInfo) -> str:
        return root.entry.label

    def resolve_page(root: ShownEntry, info: GraphQLResolveInfo) -> object:
        return root.entry.page

    def resolve_url(root: ShownEntry, info: GraphQLResolveInfo) -> str | None:
        return root.entry.url or None


class Menu(graphene.ObjectType):
    """A menu in one language. Entries whose page is not public in that language are left out."""

    handle = graphene.String(required=True, description="What it was asked for by.")
    title = graphene.String(required=True, description="Its title, for example as a label of the landmark.")
    locale = graphene.Field(LocaleCode, required=True, description="Its language.")
    entries = graphene.List(graphene.NonNull(MenuEntry), required=True, description="Its entries, in order.")

    def resolve_handle(root: ShownMenu, info: GraphQLResolveInfo) -> str:
        return root.menu.handle

    def resolve_title(root: ShownMenu, info: GraphQLResolveInfo) -> str:
        return root.menu.title

    def resolve_locale(root: ShownMenu, info: GraphQLResolveInfo) -> str:
        return root.menu.locale.language_code

    def resolve_entries(root: ShownMenu, info: GraphQLResolveInfo) -> list[ShownEntry]:
        entries = entries_of(root.menu, audience=context_of(info).audience)
        return [ShownEntry(entry, root.active_path) for entry in entries]
