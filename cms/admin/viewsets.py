"""The host's snippets in the admin: menus and what a site says about itself, each in every language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets import viewsets
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.admin.comparison import report
from cms.admin.problems import ProblemViewSet, RecordedBySystem
from cms.admin.tokens import GRANTING, GrantingTokens, TokenGrantViewSet
from cms.models import Menu, Problem, SiteProfile, TokenGrant
from cms.plugin_host.composition import PluginSet, plugin_problems
from cms.plugin_host.contribution import Contribution
from cms.plugin_host.parts import MenuEntry


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "list-ul"
    list_display = ["title", "handle", "site", "locale"]
    list_filter = ["handle", "site"]
    search_fields = ["title", "handle"]


class SiteProfileViewSet(SnippetViewSet):
    model = SiteProfile
    icon = "site"
    list_display = ["name", "site", "locale"]


class SiteViewSetGroup(SnippetViewSetGroup):
    """Both under one entry of the admin's menu."""

    menu_label = _("Site texts")
    menu_icon = "site"
    menu_order = 250
    items = (MenuViewSet, SiteProfileViewSet)


def register_viewsets() -> None:
    """Make the admin pages of the host and of every enabled plugin known to Wagtail.

    With plugins that cannot run together there is nothing to register; the system check says why.
    """
    register_permission_policy(Problem, RecordedBySystem(Problem))
    register_permission_policy(TokenGrant, GrantingTokens(TokenGrant))
    if plugin_problems():
        return
    for _owner, viewset in PluginSet.installed().collect("viewsets"):
        viewsets.register(viewset)


def core_admin() -> Contribution:
    """Return what the host itself adds to the admin."""
    return Contribution(
        viewsets=(SiteViewSetGroup(), ProblemViewSet(), TokenGrantViewSet()),
        menu_items=(MenuEntry(menu="reports", item=report.menu_item()),),
        permissions=("cms.view_problem", "cms.delete_problem", *GRANTING),
    )
