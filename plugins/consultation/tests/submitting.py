"""Submissions for tests, made in one line each through the use cases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import Round, Submission
from ..submissions.content import Content, OpinionContent, RespondentContent
from ..submissions.gates import Admission
from ..submissions.handing_in import hand_in, start
from ..submissions.repeating import Outcome
from .making import PRESENT, make_consultation

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
AYSE = RespondentContent(name="Ayşe Yılmaz", email="ayse@example.org")
CHAMBER = RespondentContent(capacity="for_organisation", organisation="Ölçme Odası", name="Ali Kaya")


def said(text: str = "Süre 15 gün uzatılsın.", **fields: Any) -> OpinionContent:
    return OpinionContent(opinion_text=text, provision_key=fields.pop("provision", "madde-5"), **fields)


def says(*opinions: OpinionContent, **fields: Any) -> Content:
    fields = {"respondent": AYSE, "choice": "anonymous", "consent": "", **fields}
    return Content(opinions=opinions or (said(),), **fields)


def make_round(key: str = "protocol", *, closes: datetime | None = None, **facts: Any) -> Round:
    """Return the round of a new consultation, open since 2010; `closes` cuts it short."""
    each = make_consultation(key, PRESENT, **facts).rounds.get()
    if closes is not None:
        Round.objects.filter(pk=each.pk).update(closes_at=closes)
    return Round.objects.select_related("consultation").get(pk=each.pk)


def make_draft(each: Round, content: Content | None = None, *, now: datetime = NOW) -> Submission:
    with transaction.atomic():
        return start(each, content or says(), language="tr", now=now, admission=Admission())


def submit(each: Round, content: Content | None = None, *, now: datetime | None = None) -> Outcome:
    """Return what was handed in: submission and revision."""
    now = now or timezone.now()
    with transaction.atomic():
        draft = start(each, content or says(), language="tr", now=now, admission=Admission())
        return hand_in(draft, now=now, opened_at=None)
