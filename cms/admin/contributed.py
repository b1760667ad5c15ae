"""Forwards to Wagtail what contributions add to the admin. A part that fails leaves a note in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.domain.problems import isolated
from cms.models import Problem
from cms.plugin_host.composition import PluginSet, plugin_problems
from cms.plugin_host.parts import HomePanel, MenuEntry

MENU_HOOKS = {
    "main": "register_admin_menu_item",
    "reports": "register_reports_menu_item",
    "settings": "register_settings_menu_item",
    "help": "register_help_menu_item",
}


def collected(slot: str) -> tuple[tuple[str, Any], ...]:  # Any: the type of an item is its slot's
    """Return (owner, item) pairs; nothing while plugins cannot run together: the system check says why."""
    return () if plugin_problems() else PluginSet.installed().collect(slot)


def menu_items(menu: str) -> list[Callable[[], MenuItem]]:
    """Return a function for each item of a menu, as Wagtail's registration hooks want them."""
    return [partial(item_of, entry) for _owner, entry in collected("menu_items") if entry.menu == menu]


def item_of(entry: MenuEntry) -> MenuItem:
    return entry.item


def group_permissions() -> QuerySet[Permission]:
    """Return the contributed permissions, which the form of a group then offers."""
    wanted = Q(pk__in=())
    for _owner, name in collected("permissions"):
        label, _dot, codename = name.partition(".")
        wanted |= Q(content_type__app_label=label, codename=codename)
    return Permission.objects.filter(wanted)


def add_home_panels(request: Any, panels: list[Component]) -> None:  # Any: Wagtail's request
    """Put the contributed panels on the admin's first page."""
    panels.extend(IsolatedPanel(owner, panel, request) for owner, panel in collected("home_panels"))


class IsolatedPanel(Component):
    """A contributed panel that cannot bring down the page."""

    def __init__(self, owner: str, panel: HomePanel, request: Any) -> None:  # Any: Wagtail's request
        self.owner, self.panel, self.request = owner, panel, request
        self.order = panel.order

    def render_html(self, parent_context: Any = None) -> SafeString:  # Any: a template's context
        """Return the panel, or a note that it failed."""
        with isolated(self.owner, Problem.Kind.ADMIN, f"{self.owner}.{self.panel.name}"):
            return SafeString(self.panel.render(self.request))
        return format_html(
            '<section class="w-panel"><p class="help-block help-warning">{}</p></section>',
            _("A part of this page by “%(plugin)s” failed. The problem is recorded.")
            % {"plugin": self.owner},
        )
