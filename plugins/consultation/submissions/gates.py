"""Who may take part, and on what condition: asked before anything of a submission is stored."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Consultation, Round
from .errors import Code, refusal


@dataclass(frozen=True)
class Admission:
    """What was found out about a sender. `invitation_key` is empty for whoever came without one."""

    invitation_key: str = ""
    must_verify_email: bool = False


def admitted(each: Round, *, invitation_token: str | None) -> Admission:
    """Return on what condition somebody may take part in a round. Raises Refused."""
    if each.consultation.participation == Consultation.Participation.INVITED:
        raise refusal(Code.INVITATION_REQUIRED, "invitationToken")
    return Admission()
