"""The admin’s pages of an import: the file, its columns, the trial with its decisions, the storing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from plugins.networks.exporting.views import FORMATS
from plugins.networks.importing.columns import Target, guessed
from plugins.networks.importing.planning import NEW, SKIP, Fate, Plan, counts
from plugins.networks.importing.reading import FileRefused, read_table
from plugins.networks.importing.running import begin, go_on, planned, table_of
from plugins.networks.models import ImportRun, Organisation
from plugins.networks.vocabulary import ImportState
from plugins.networks.words import content_languages

MAY = tuple(f"networks.{action}_organisation" for action in ("add", "change", "publish"))
SHOWN_MISTAKES, DECISIONS_A_PAGE, EXAMPLES = 500, 50, 3


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("CSV or XLSX, at most 10 MB. The first row names the columns.")
    )


def mapping_form(run: ImportRun, data: Any = None) -> forms.Form:  # Any: what was posted
    """Return a form with a choice for each column. Names of fields are numbers: headings may be anything."""
    table = table_of(run)
    guesses = run.mapping or guessed(table.header)
    choices = [("", _("Leave out")), *Target.choices]
    fields: dict[str, forms.Field] = {
        f"column{number}": forms.ChoiceField(
            label=heading or str(number + 1),
            choices=choices,
            required=False,
            initial=guesses.get(heading, ""),
            help_text=" · ".join(row[number] for row in table.rows[:EXAMPLES] if row[number])[:120],
        )
        for number, heading in enumerate(table.header)
    }
    fields["publish"] = forms.BooleanField(
        label=_("Publish at once"),
        required=False,
        initial=run.publish,
        help_text=_("Otherwise everything becomes drafts."),
    )
    return type("MappingForm", (forms.Form,), fields)(data)


def index(request: HttpRequest) -> HttpResponse:
    """Take a file, and forget unfinished ones of the same person."""
    refuse_strangers(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        content = upload.read()
        try:
            read_table(content)
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            ImportRun.objects.filter(user=request.user.pk, state=ImportState.READ).delete()
            run = ImportRun.objects.create(
                name=upload.name[:255], content=content, user_id=cast(int, request.user.pk)
            )
            return redirect("networks_import:columns", run.pk)
    return render(request, "networks/admin/import_file.html", {"form": form, "exports": exports()})


def exports() -> list[tuple[Any, list[tuple[str, str]]]]:  # Any: what Django knows of a language
    """Return the public files of each language by their endings."""
    return [
        (
            get_language_info(code),
            [(ending, reverse("networks:export", args=[code, ending])) for ending in FORMATS],
        )
        for code in content_languages()
    ]


def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what each column says."""
    run = own_run(request, pk, ImportState.READ)
    form = mapping_form(run, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = [form.cleaned_data[f"column{n}"] for n in range(len(table_of(run).header))]
        taken = [target for target in chosen if target]
        if len(set(taken)) == len(taken) and taken:
            run.mapping = dict(zip(table_of(run).header, chosen, strict=True))
            run.publish, run.decisions = form.cleaned_data["publish"], {}
            run.save()
            return redirect("networks_import:trial", pk)
        form.add_error(None, _("Choose at least one column, and none twice."))
    context = {"form": form, "run": run, "encoding": table_of(run).encoding}
    return render(request, "networks/admin/import_columns.html", context)


def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would become of every row; take decisions; begin when asked to."""
    run = own_run(request, pk, ImportState.READ)
    if request.method == "POST":
        given = {name[3:]: value for name, value in request.POST.items() if name.startswith("row") and value}
        run.decisions = {**run.decisions, **given}
        run.save()
        if "store" in request.POST:
            begin(run)
            return redirect("networks_import:store", pk)
    all_plans = planned(run)
    open_ones = [plan for plan in all_plans if plan.candidates]
    page = Paginator(open_ones, DECISIONS_A_PAGE).get_page(request.GET.get("p"))
    names = Organisation.objects.in_bulk({one.pk for plan in page for one in plan.candidates})
    refused = [(plan.row, m.column, m.message) for plan in all_plans for m in plan.facts.mistakes]
    context = {
        "run": run,
        "counts": [(Fate(fate).label, count) for fate, count in counts(all_plans).items()],
        **shown(refused),
        "page": page,
        "decisions": [(plan, choices(plan, run, names)) for plan in page],
    }
    return render(request, "networks/admin/import_trial.html", context)


def shown(refused: Sequence[Sequence[Any]]) -> dict[str, Any]:  # Any: a template
    """Return the first refused rows, with their columns as editors know them, and how many are hidden."""
    labels = dict(Target.choices)
    first = [(row, labels.get(column, column), message) for row, column, message in refused[:SHOWN_MISTAKES]]
    return {"refused": first, "hidden": max(0, len(refused) - SHOWN_MISTAKES)}


def choices(plan: Plan, run: ImportRun, records: dict[int, Organisation]) -> list[dict[str, Any]]:
    """Return what may become of an ambiguous row; the editor chooses. Any: a template."""
    decision = run.decisions.get(str(plan.row), "")
    same = [(str(one.pk), f"{records[one.pk]} ({one.reason.label})") for one in plan.candidates]
    options = [("", _("Not decided")), *same, (NEW, _("Another body: new record")), (SKIP, _("Leave out"))]
    return [{"value": v, "label": label, "is_chosen": v == decision} for v, label in options]


def store(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far it is; when posted, store the next rows."""
    run = own_run(request, pk, ImportState.RUNNING, ImportState.DONE)
    if request.method == "POST":
        go_on(run.pk)
        return redirect("networks_import:store", pk)
    return render(
        request,
        "networks/admin/import_store.html",
        {"run": run, "total": len(run.planned), **shown(run.refused)},
    )


def may_import(request: HttpRequest) -> bool:
    """Whether somebody may do by hand everything that a file does."""
    return all(request.user.has_perm(permission) for permission in MAY)


def refuse_strangers(request: HttpRequest) -> None:
    if not may_import(request):
        raise PermissionDenied


def own_run(request: HttpRequest, pk: int, *states: str) -> ImportRun:
    """Return the person's own import; that of others does not exist."""
    refuse_strangers(request)
    return get_object_or_404(ImportRun, pk=pk, user=request.user.pk, state__in=states)


class ImportMenuItem(MenuItem):
    """Shown to those who may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request)


class ImportViewSet(ViewSet):
    name = "networks_import"
    url_prefix = "networks/import"
    icon = "upload"
    menu_label = _("Import of records")
    menu_item_class = ImportMenuItem
    add_to_settings_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", index, name="index"),
            path("<int:pk>/columns/", columns, name="columns"),
            path("<int:pk>/trial/", trial, name="trial"),
            path("<int:pk>/store/", store, name="store"),
        ]


importing = ImportViewSet()
