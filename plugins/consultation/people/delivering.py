"""Admin pages to send the invitations that wait, and to give one a new code."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import IndexView

from ..models import Invitation
from .inviting import renew_code, send_invitations, unsent
from .views import page, require

MAY_CHANGE = "consultation.change_invitation"


class InvitationIndexView(IndexView):
    """The list of invitations, with ways to send those that wait and to renew the code of each."""

    @cached_property
    def header_buttons(self) -> list[Any]:  # Any: Wagtail's buttons are untyped
        send = HeaderButton(
            _("Send what was not sent"), url=reverse("consultation_people:send"), icon_name="mail"
        )
        may = self.request.user.has_perm(MAY_CHANGE)
        return [*super().header_buttons, *([send] if may else [])]

    def get_list_more_buttons(self, instance: Invitation) -> list[Any]:  # Any: as above
        buttons = list(super().get_list_more_buttons(instance))
        if self.request.user.has_perm(MAY_CHANGE) and instance.revoked_at is None:
            renew = reverse("consultation_people:renew", args=[instance.pk])
            buttons.append(Button(_("New code"), url=renew, icon_name="rotate", priority=50))
        return buttons


def send_unsent(request: HttpRequest) -> HttpResponse:
    """Say how many invitations wait to be sent by mail, and send them on a click."""
    require(request, MAY_CHANGE)
    waiting = unsent(Invitation.objects.filter(round__closes_at__gt=timezone.now()))
    if request.method == "POST":
        sent = send_invitations(waiting, now=timezone.now())
        told = ngettext("%(count)d invitation goes out.", "%(count)d invitations go out.", sent)
        messages.success(request, told % {"count": sent})
        return to_list()
    rows = waiting.select_related("round__consultation", "stakeholder")
    return page(request, "send", {"rows": rows}, _("Send what was not sent"))


def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an invitation a new code on a click; the old one opens nothing from then on."""
    require(request, MAY_CHANGE)
    found = Invitation.objects.select_related("round__consultation", "stakeholder")
    invitation = get_object_or_404(found, pk=pk, revoked_at=None)
    if request.method == "POST":
        renew_code(invitation)
        messages.success(request, _("There is a new code. Send the invitation again: it waits now."))
        return to_list()
    return page(request, "renew", {"invitation": invitation}, _("New code"))


def to_list() -> HttpResponse:
    return redirect(reverse("wagtailsnippets_consultation_invitation:list"))
