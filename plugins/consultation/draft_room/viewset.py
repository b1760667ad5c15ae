"""The drafts' room in the admin: its addresses and its menu item."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .views import NAMESPACE, ImportView, IndexView, LinksView, VersionView


class DraftsMenuItem(MenuItem):
    """Shown to whoever may change consultations."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("consultation.change_consultation"))


class DraftRoomViewSet(ViewSet):
    icon = "doc-full"
    menu_label = _("Drafts")
    menu_order = 321
    menu_item_class = DraftsMenuItem
    add_to_admin_menu = True
    url_namespace = NAMESPACE
    url_prefix = "consultation/drafts"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("<int:pk>/", VersionView.as_view(), name="version"),
            path("<int:pk>/import/", ImportView.as_view(), name="import"),
            path("<int:pk>/links/", LinksView.as_view(), name="links"),
        ]


drafts = DraftRoomViewSet("consultation_drafts")
