"""The rounds' room in the admin: its addresses and its menu item."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .views import NAMESPACE, ChangeView, IndexView


class RoundsMenuItem(MenuItem):
    """Shown to whoever may change consultations."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("consultation.change_consultation"))


class RoundRoomViewSet(ViewSet):
    icon = "calendar-alt"
    menu_label = _("Rounds")
    menu_order = 321
    menu_item_class = RoundsMenuItem
    add_to_admin_menu = True
    url_namespace = NAMESPACE
    url_prefix = "consultation/rounds"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("<int:pk>/", ChangeView.as_view(), name="round"),
        ]


rounds = RoundRoomViewSet("consultation_rounds")
