"""Which round a submission is for, and on which terms it takes opinions."""

from __future__ import annotations

from datetime import datetime, timedelta

from cms.api import Audience

from ..domain import closing_instant
from ..models import ConsultationPage, Round
from ..models.policies import EditPolicy, LatePolicy
from .errors import Code, Flaw, Refused, refusal
from .timing import Terms, Verdict


def public_round(key: str, number: int | None, *, audience: Audience) -> Round:
    """Return a round of a consultation that readers may see: by number, else the one that matters now.

    Raises Refused, with one answer for what does not exist and for what is not for everybody.
    """
    pages = ConsultationPage.objects.filter(consultation__key=key, consultation__known_only_as="")
    page = audience.reachable(pages).select_related("consultation").first()
    if page is None:
        raise refusal(Code.CONSULTATION_UNKNOWN, "consultation")
    consultation = page.consultation
    found = (
        consultation.current_round(audience.now)
        if number is None
        else consultation.rounds.filter(number=number).first()
    )
    if found is None:
        raise refusal(Code.CONSULTATION_UNKNOWN, "consultation" if number is None else "round")
    return found


def terms_of(each: Round) -> Terms:
    """Return the terms of a round, with the policies of its consultation."""
    consultation = each.consultation
    last = each.accept_until
    return Terms(
        window=each.window,
        late=LatePolicy(consultation.late_policy),
        accept_until=closing_instant(last, zone=consultation.zone) if last else None,
        grace=timedelta(minutes=consultation.grace_minutes),
        edit=EditPolicy(consultation.edit_policy),
        edit_for=timedelta(minutes=consultation.edit_minutes),
    )


def accepted(each: Round, *, received_at: datetime, opened_at: datetime | None) -> Verdict:
    """Return how a submission is in time. Raises Refused when it is not taken."""
    verdict = terms_of(each).verdict(received_at, opened_at=opened_at)
    if verdict.is_accepted:
        return verdict
    code = {Verdict.TOO_EARLY: Code.NOT_OPEN, Verdict.SUSPENDED: Code.SUSPENDED}.get(verdict, Code.CLOSED_AT)
    closed_at = each.closes_at if code is Code.CLOSED_AT else None
    raise Refused(Flaw(code, ("consultation",), closed_at=closed_at))
