"""Who may take part, and on what condition: asked before anything of a submission is stored."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Consultation, Round
from ..people.inviting import invitation_with, key_of
from .errors import Code, refusal


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
