"""The page that says what each API token may ask the delivery API. The tokens themselves are Wagtail's."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from cms.models import TokenGrant

GRANTING = tuple(f"cms.{action}_tokengrant" for action in ("add", "change", "delete", "view"))


class GrantingTokens(ModelPermissionPolicy):
    """Who may give access may give it to anybody's token: only who may manage all accounts."""

    def user_has_permission(self, user: Any, action: str) -> bool:  # Any: with or without an account
        return user.has_perm("cms.change_user") and super().user_has_permission(user, action)


class TokenGrantViewSet(ModelViewSet):
    """A list in the settings, below Wagtail's own of API tokens."""

    model = TokenGrant
    icon = "key"
    menu_label = _("API access")
    menu_name = "api_access"
    menu_order = 603
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = (
        Column("token", label=_("API token"), sort_key="token__name"),
        BooleanColumn("ad_hoc", label=_("Any query")),
        BooleanColumn("introspection", label=_("Introspection")),
        DateColumn("expires_at", label=_("Expires at"), sort_key="expires_at"),
    )
    panels = (
        FieldPanel("token"),
        FieldPanel("ad_hoc"),
        FieldPanel("introspection"),
        FieldPanel("expires_at"),
    )
