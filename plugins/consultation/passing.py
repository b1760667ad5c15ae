"""The job that notices openings and closings. It may run late or twice: each is recorded and told once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from cms.api import announce

from .events import RoundClosed, RoundEvent, RoundOpened
from .models import Passage, Round

TOLD: tuple[tuple[Passage.What, str, type[RoundEvent]], ...] = (
    (Passage.What.OPENED, "opens_at", RoundOpened),
    (Passage.What.CLOSED, "closes_at", RoundClosed),
)


def notice_passages(now: datetime) -> str:
    """Record and announce what has passed since the last time; say how much that was."""
    noticed = sum(
        notice(each, what=what, at=getattr(each, instant), kind=kind, now=now)
        for what, instant, kind in TOLD
        for each in unnoticed(what, instant, now=now)
    )
    return f"{noticed} noticed"


def unnoticed(what: Passage.What, instant: str, *, now: datetime) -> QuerySet[Round]:
    """Return the rounds that have passed the instant and of which no passage of it is recorded.

    A suspended one has not ended.
    """
    known = Passage.objects.filter(what=what, at=F(f"round__{instant}")).values("round")
    passed = Round.objects.filter(**{f"{instant}__lte": now})
    if what is Passage.What.CLOSED:
        passed = passed.filter(suspended_at=None)
    return passed.exclude(pk__in=known).order_by(instant, "pk")


def notice(each: Round, *, what: Passage.What, at: datetime, kind: type[RoundEvent], now: datetime) -> bool:
    """Whether this call is the one that recorded it; then it also announces it."""
    with transaction.atomic():
        _passage, is_new = Passage.objects.get_or_create(
            round=each, what=what, at=at, defaults={"noticed_at": now}
        )
        if is_new:
            announce(kind(consultation_id=each.consultation_id, round_id=each.pk, occurred_at=at))
    return is_new
