"""When a form was drawn, signed: a form that comes back within seconds was not read by a person."""

from __future__ import annotations

from datetime import timedelta

from ..conf import consultation_settings
from ..submissions.tokens import opened_at
from .attempts import Refusal, RefusalCode, SubmissionAttempt

LONGEST = timedelta(days=30)  # nobody is hurried; drafts are saved, and a round rarely lasts longer


def form_gate(attempt: SubmissionAttempt) -> Refusal | None:
    """Refuse a form that comes back too soon, and a ticket that is not one of ours for this round."""
    if attempt.form_ticket is None:
        return None
    drawn = opened_at(attempt.form_ticket, round_id=attempt.round_id)
    if drawn is None or not timedelta(0) <= attempt.now - drawn <= LONGEST:
        return Refusal(RefusalCode.FORM_NOT_OURS, field="formTicket")
    missing = consultation_settings().minimum_fill_seconds - (attempt.now - drawn).total_seconds()
    if missing > 0:
        return Refusal(RefusalCode.FORM_TOO_FAST, field="formTicket", retry_after=max(1, round(missing)))
    return None
