"""The page of problems: what failed while running, each once, with what to do."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from cms.models import Problem


class RecordedBySystem(ModelPermissionPolicy):
    """Nobody adds or changes a record: a person looks at it, or dismisses it."""

    def user_has_permission(self, user: Any, action: str) -> bool:  # Any: with or without an account
        return action in {"view", "delete"} and super().user_has_permission(user, action)


class ProblemViewSet(ModelViewSet):
    """A list under Reports, the latest first."""

    model = Problem
    icon = "warning"
    menu_label = _("Problems")
    menu_hook = "register_reports_menu_item"
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = (
        Column("place", label=_("Where"), sort_key="place"),
        Column("owner", label=_("Owner"), sort_key="owner"),
        Column("get_kind_display", label=_("What failed"), sort_key="kind"),
        Column("summary", label=_("Failure")),
        Column("count", label=_("Times"), sort_key="count"),
        DateColumn("first_at", label=_("First time"), sort_key="first_at"),
        DateColumn("last_at", label=_("Last time"), sort_key="last_at"),
        Column("remedy", label=_("What to do")),
    )
    list_filter = ("owner", "kind")
    form_fields = ()
