"""The admin page that brings activities in and out as files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .importing import Report, import_rows
from .reading import FileRefused, read_rows, write_csv, write_json
from .rows import columns, rows_of_all

MAY = tuple(
    f"timelines.{action}_{model}"
    for model in ("activity", "activitytext")
    for action in ("add", "change", "publish")
)


class ImportForm(forms.Form):
    """A file, and what is to become of it."""

    file = forms.FileField(label=_("File"), help_text=_("CSV or JSON in UTF-8, as it is exported here."))
    publish = forms.BooleanField(
        label=_("Publish at once"), required=False, help_text=_("Otherwise everything becomes drafts.")
    )


def index(request: HttpRequest) -> HttpResponse:
    """Show the form; look at a file; take it over only when asked to, and only whole."""
    refuse_strangers(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    report: Report | None = None
    if request.method == "POST" and form.is_valid():
        try:
            report = import_of(request, form.cleaned_data)
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
    context = {
        "form": form,
        "report": report,
        "is_stored": report is not None and report.is_accepted and "store" in request.POST,
        "columns": columns(),
    }
    return render(request, "timelines/admin/files.html", context)


def import_of(request: HttpRequest, wanted: dict[str, Any]) -> Report:  # Any: cleaned values
    rows = read_rows(wanted["file"].read(), columns=columns())
    return import_rows(
        rows, user=request.user, publish=wanted["publish"], dry_run="store" not in request.POST
    )


@require_safe
def export(request: HttpRequest, ending: str) -> HttpResponse:
    """Answer with all activities, drafts included: it is for editors."""
    refuse_strangers(request)
    if ending == "csv":
        response = HttpResponse(write_csv(rows_of_all(), columns=columns()), content_type="text/csv")
    else:
        response = HttpResponse(write_json(rows_of_all()), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="activities.{ending}"'
    response["Cache-Control"] = "private, no-store"
    return response


def may_use_files(request: HttpRequest) -> bool:
    """Whether somebody may do by hand everything that a file does."""
    return all(request.user.has_perm(permission) for permission in MAY)


def refuse_strangers(request: HttpRequest) -> None:
    if not may_use_files(request):
        raise PermissionDenied


class FilesMenuItem(MenuItem):
    """Shown to those who may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_use_files(request)


class FilesViewSet(ViewSet):
    name = "timelines_files"
    url_prefix = "timelines/files"
    icon = "upload"
    menu_label = _("Activities as files")
    menu_item_class = FilesMenuItem
    add_to_settings_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", index, name="index"),
            path("activities.csv", export, {"ending": "csv"}, name="csv"),
            path("activities.json", export, {"ending": "json"}, name="json"),
        ]


files = FilesViewSet()
