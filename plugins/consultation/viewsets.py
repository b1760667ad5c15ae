"""Where editors keep the facts of consultations; the pages themselves are edited in the page tree."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from .domain import state_at
from .models import Consultation
from .wording import STATE_LABELS


def state_now(consultation: Consultation) -> Promise:
    """Return the label of the state at this moment, in the editor's language."""
    windows, is_historical = consultation.windows, consultation.is_historical
    return STATE_LABELS[state_at(timezone.now(), windows=windows, is_historical=is_historical)]


class ConsultationViewSet(SnippetViewSet):
    model = Consultation
    icon = "form"
    menu_label = _("Consultations")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["__str__", Column("state", label=_("State"), accessor=state_now), "kind", "participation"]
    list_filter = ["kind", "known_only_as"]
    ordering = ["list_key", "key"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Consultation]:
        return Consultation.objects.prefetch_related("rounds")


consultations = ConsultationViewSet()
