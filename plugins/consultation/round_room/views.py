"""The pages on which officers see rounds and change their dates."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..models import Round
from ..wording import STATE_LABELS, closing_text
from .changing import change_round
from .forms import ChangeForm

NAMESPACE = "consultation_rounds"


class RoundPage(WagtailAdminTemplateMixin, TemplateView):
    """A page of the rounds' room; whoever may change consultations may use it."""

    page_title: str | Promise = gettext_lazy("Rounds")
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("consultation.change_consultation"):
            raise PermissionDenied
        self.now = timezone.now()
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(f"{NAMESPACE}:index"), "label": _("Rounds")},
        ]


class IndexView(RoundPage):
    template_name = "consultation/rounds/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rounds = Round.objects.select_related("consultation").order_by("-closes_at", "-pk")
        return {**super().get_context_data(**kwargs), "rows": [told(each, self.now) for each in rounds]}


class ChangeView(RoundPage):
    """What happened to a round, and the form to change it."""

    template_name = "consultation/rounds/round.html"
    round: Round

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rounds = Round.objects.select_related("consultation")
        self.round = get_object_or_404(rounds, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return f"{self.round.consultation} · {self.round}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = ChangeForm(each=self.round, now=self.now, initial={"language": get_language()})
        changes = self.round.changes.select_related("by")
        return {
            "form": form,
            **super().get_context_data(**kwargs),
            **told(self.round, self.now),
            "changes": changes,
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = ChangeForm(request.POST, each=self.round, now=self.now)
        if form.is_valid() and self.carry_out(form):
            messages.success(request, _("It is done. Those who are concerned are told by mail."))
            return redirect(request.path)
        return self.render_to_response(self.get_context_data(form=form))

    def carry_out(self, form: ChangeForm) -> bool:
        """Whether the change was carried out; if not, the form says why."""
        try:
            change_round(self.round.pk, form.change, now=self.now, user=self.request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return False
        return True


def told(each: Round, now: datetime) -> dict[str, Any]:
    """Return what the pages print of a round."""
    closing = closing_text(each.period, zone=each.consultation.zone, language=get_language() or "tr", now=now)
    return {"round": each, "state": STATE_LABELS[each.window.state_at(now)], "closing": closing}
