"""The plugin's part of the admin: a menu with the activities and their texts."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from . import panels, previewing
from .fuzzy import Period
from .labels import LANGUAGES, label
from .models import Activity, ActivityText


def told_in(language: str) -> Callable[[Activity], str]:
    """Return what tells the date of an activity in this language: that of its draft, if there is one."""

    def told(activity: Activity) -> str:
        draft = activity.latest_revision
        period = Period.from_dict(draft.content["period"]) if draft else activity.period
        return label(period, language=language)

    return told


LABEL_COLUMNS = tuple(
    Column(f"label_{code}", label=name, accessor=told_in(code))
    for code, name in settings.WAGTAIL_CONTENT_LANGUAGES
    if code in LANGUAGES
)
"""How the date reads, in every language in which it can be told."""


class ActivityViewSet(SnippetViewSet):
    model = Activity
    icon = "date"
    menu_label = _("Activities")
    edit_handler = panels.ACTIVITY
    copy_view_enabled = False
    list_display = ("__str__", *LABEL_COLUMNS, "kind")
    list_select_related = ("latest_revision",)
    list_filter = ("kind", "certainty", "live")
    list_per_page = 50
    ordering = ("sort_key",)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("labels/", previewing.labels, name="labels")]


class ActivityTextViewSet(SnippetViewSet):
    model = ActivityText
    icon = "doc-full"
    menu_label = _("Texts")
    copy_view_enabled = False
    list_display = ("__str__", "activity", "place")
    list_select_related = ("activity",)


class TimelinesGroup(SnippetViewSetGroup):
    items = (ActivityViewSet, ActivityTextViewSet)
    menu_label = _("Timelines")
    menu_icon = "date"
    menu_name = "timelines"


timelines = TimelinesGroup()
