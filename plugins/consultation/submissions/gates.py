"""Who may take part, on what condition, and whether it looks like abuse: asked before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass

from ..abuse.attempts import SubmissionAttempt
from ..abuse.gates import check
from ..models import Consultation, Round
from ..people.inviting import invitation_with, key_of
from .errors import Code, Flaw, Refused, refusal


@dataclass(frozen=True)
class Admission:
    """What was found out about a sender. `invitation_key` is empty for whoever came without one."""

    invitation_key: str = ""
    must_verify_email: bool = False


def admitted(each: Round, *, invitation_token: str | None) -> Admission:
    """Return on what condition somebody may take part in a round. Raises Refused.

    A code that is given must be good, also where none is needed: who was invited would not wish to be
    counted as anybody.
    """
    participation = Consultation.Participation(each.consultation.participation)
    if invitation_token:
        invitation = invitation_with([invitation_token], round_id=each.pk)
        if invitation is None:
            raise refusal(Code.INVITATION_REQUIRED, "invitationToken")
        return Admission(invitation_key=key_of(invitation))
    if participation is Consultation.Participation.INVITED:
        raise refusal(Code.INVITATION_REQUIRED, "invitationToken")
    return Admission(must_verify_email=participation is Consultation.Participation.REGISTERED)


def let_in(attempt: SubmissionAttempt) -> None:
    """Count an attempt and raise Refused where a gate against abuse does not let it in. Ask once for each."""
    found = check(attempt)
    if found is not None:
        path = (found.field,) if found.field else ()
        raise Refused(Flaw(Code[found.code.name], path, retry_after=found.retry_after))
