"""What an officer sees on the admin's first page: the rounds that are open, the next to close first."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from .models import Consultation, Round
from .wording import closing_text

SHOWN = 5


def open_rounds(request: HttpRequest) -> str:
    """Return the panel; nothing for those who may not see consultations, or when none is open."""
    if not may_see(request):
        return ""
    now = timezone.now()
    rounds = Round.objects.filter(opens_at__lte=now, closes_at__gt=now).select_related("consultation")
    rows = [
        {"consultation": each.consultation, "closing": told(each, now)}
        for each in rounds.order_by("closes_at", "pk")[:SHOWN]
    ]
    return render_to_string("consultation/open_rounds.html", {"rows": rows}, request) if rows else ""


def told(each: Round, now: datetime) -> str:
    return closing_text(each.period, zone=each.consultation.zone, language=get_language() or "tr", now=now)


def may_see(request: HttpRequest) -> bool:
    label = Consultation._meta.app_label
    return any(request.user.has_perm(f"{label}.{action}_consultation") for action in ("view", "change"))
