"""What becomes of an invitation: it is opened, answered with an opinion, without one, or declined."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from ..models import Invitation, Submission
from .inviting import key_of

LONGEST_NOTE = 2000
WITHOUT_OPINION = (Invitation.Outcome.NO_OPINION, Invitation.Outcome.DECLINED)


class AnswerProblem(StrEnum):
    """Why an answer without an opinion is not taken."""

    INVITATION_REQUIRED = "INVITATION_REQUIRED"
    NOT_OPEN = "NOT_OPEN"
    ALREADY_RESPONDED = "ALREADY_RESPONDED"
    NOTE_TOO_LONG = "NOTE_TOO_LONG"


def note_opening(invitation: Invitation, *, now: datetime) -> None:
    """Note the first time that the invited came with the code."""
    if invitation.first_opened_at is None:
        Invitation.objects.filter(pk=invitation.pk, first_opened_at=None).update(first_opened_at=now)


@transaction.atomic
def answer_without_opinion(
    invitation: Invitation, outcome: Invitation.Outcome, *, note: str, now: datetime
) -> AnswerProblem | None:
    """Note that the invited have no opinion or decline. The same answer again changes nothing.

    It can be changed while the round is open, also by handing in an opinion after all.
    """
    if len(note) > LONGEST_NOTE:
        return AnswerProblem.NOTE_TOO_LONG
    stored = Invitation.objects.select_for_update().select_related("round").get(pk=invitation.pk)
    if not stored.round.window.accepts(now):
        return AnswerProblem.NOT_OPEN
    if has_submission(stored):
        return AnswerProblem.ALREADY_RESPONDED
    if (stored.outcome, stored.answer_note) == (outcome, note.strip()):
        return None
    stored.outcome, stored.answer_note, stored.answered_at = outcome, note.strip(), now
    stored.first_opened_at = stored.first_opened_at or now
    stored.save()
    return None


def has_submission(invitation: Invitation) -> bool:
    submissions = Submission.objects.filter(round=invitation.round_id, invitation_key=key_of(invitation))
    return submissions.filter(state__in=Submission.COUNTED_STATES).exists()


def note_response(submission: Submission) -> None:
    """Let the invitation follow: responded once handed in, without an answer again when withdrawn."""
    if not submission.invitation_key:
        return
    invitations = Invitation.objects.filter(pk=int(submission.invitation_key), round=submission.round_id)
    if submission.state in Submission.COUNTED_STATES:
        invitations.exclude(outcome=Invitation.Outcome.RESPONDED).update(
            outcome=Invitation.Outcome.RESPONDED, answered_at=submission.received_at or timezone.now()
        )
    elif submission.state == Submission.State.WITHDRAWN:
        invitations.filter(outcome=Invitation.Outcome.RESPONDED).update(
            outcome=Invitation.Outcome.NONE, answered_at=None
        )
