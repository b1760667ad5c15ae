"""The admin’s pages for duplicates, rival dates and the picture of relations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from plugins.networks.curating import picture
from plugins.networks.curating.duplicates import pairs
from plugins.networks.curating.merging import MergeRefused, merge
from plugins.networks.models import DateClaim, Organisation, OrganisationEvent, OrganisationRelation
from plugins.networks.vocabulary import RelationKind

EDIT = "wagtailsnippets_networks_organisation:edit"
MAY_CHANGE, MAY_PUBLISH = "networks.change_organisation", "networks.publish_organisation"


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """List records that may be one."""
    need(request, MAY_CHANGE)
    found = pairs()
    records = Organisation.objects.in_bulk({pk for pair in found for pk in (pair.first, pair.second)})
    rows = [(records[pair.first], records[pair.second], pair.reason.label) for pair in found]
    return render(request, "networks/admin/duplicates.html", {"rows": rows})


def comparison(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Show two records side by side; merge them when that is confirmed."""
    need(request, MAY_CHANGE, MAY_PUBLISH)
    kept, gone = get_object_or_404(Organisation, pk=pk), get_object_or_404(Organisation, pk=other)
    if kept.pk == gone.pk:
        raise Http404
    if request.method == "POST" and "confirmed" in request.POST:
        try:
            merge(kept, gone, user=request.user)
        except MergeRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The records are one now. The other one is withdrawn, not deleted."))
            return redirect(EDIT, kept.pk)
    return render(request, "networks/admin/comparison.html", {"kept": kept, "gone": gone})


def claims(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the dates that sources give side by side; prefer one of them, or none, in a new draft."""
    need(request, MAY_CHANGE)
    record = get_object_or_404(Organisation, pk=pk).get_latest_revision_as_object()
    events = list(record.events.all())
    if request.method == "POST":
        prefer(events, request)
        record.events = events
        record.save_revision(user=request.user)
        messages.success(request, _("Kept as a draft. Publish it on the page of the record."))
        return redirect("networks_curating:claims", pk)
    rows = [(number, event, list(event.claims.all())) for number, event in enumerate(events)]
    return render(request, "networks/admin/claims.html", {"record": record, "rows": rows})


def prefer(events: list[OrganisationEvent], request: HttpRequest) -> None:
    for number, event in enumerate(events):
        chosen = request.POST.get(f"event{number}")
        if chosen is None:
            continue
        dates: list[DateClaim] = list(event.claims.all())
        for place, claim in enumerate(dates):
            claim.is_preferred = chosen == str(place)
        event.claims = dates


@require_safe
def relations(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw how a record hangs together with others, drafts included, with the same as a list."""
    need(request, MAY_CHANGE)
    record = get_object_or_404(Organisation, pk=pk)
    told = relations_of(record)
    context = {
        "record": record,
        "relations": told,
        "neighbours": picture.arranged(told),
        "width": picture.WIDTH,
        "height": picture.HEIGHT,
        "middle": (picture.WIDTH // 2, picture.HEIGHT // 2),
    }
    return render(request, "networks/admin/relations.html", context)


def relations_of(record: Organisation) -> list[tuple[str, str, str]]:
    """Return (relation, name, address of its picture) from both ends, each once."""
    own = OrganisationRelation.objects.filter(organisation=record).select_related("target")
    of_others = OrganisationRelation.objects.filter(target=record).select_related("organisation")
    ends = [
        *((RelationKind(row.kind), row.target, row.target_name) for row in own),
        *((RelationKind(row.kind).inverse, row.organisation, "") for row in of_others),
    ]
    return list(
        dict.fromkeys(
            (
                str(kind.label),
                name or str(other),
                reverse("networks_curating:relations", args=[other.pk]) if other else "",
            )
            for kind, other, name in ends
        )
    )


def need(request: HttpRequest, *permissions: str) -> None:
    if not all(request.user.has_perm(permission) for permission in permissions):
        raise PermissionDenied


class DuplicatesMenuItem(MenuItem):
    """Shown to those who may change records."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_CHANGE))


class CuratingViewSet(ViewSet):
    name = "networks_curating"
    url_prefix = "networks/curating"
    icon = "copy"
    menu_label = gettext_lazy("Possible duplicates")
    menu_item_class: Any = DuplicatesMenuItem
    add_to_reports_menu = False
    add_to_settings_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", duplicates, name="index"),
            path("<int:pk>/merge/<int:other>/", comparison, name="comparison"),
            path("<int:pk>/claims/", claims, name="claims"),
            path("<int:pk>/relations/", relations, name="relations"),
        ]


curating = CuratingViewSet()
