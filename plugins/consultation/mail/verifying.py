"""Confirms the address of somebody who handed in without an invitation, by a code that was mailed to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from ..models import EmailVerification, Notice, Submission
from ..people.tokens import code_of, digest_of, new_seed
from ..submissions.handing_in import receive
from .ledger import queue, sender_of

KEEPS_THE_TIME_FOR = timedelta(hours=24)


class VerifyProblem(StrEnum):
    """Why a code confirms nothing."""

    CODE_INVALID = "CODE_INVALID"
    EXPIRED = "EXPIRED"


def ask_to_verify(submission: Submission, *, now: datetime) -> None:
    """Mail a code to the address of a submission; once, however often it is asked."""
    seed = new_seed()
    digest = digest_of(code_of(seed, purpose="verification"))
    EmailVerification.objects.get_or_create(
        submission=submission, defaults={"token_seed": seed, "token_hash": digest, "issued_at": now}
    )
    queue(Notice.Kind.VERIFICATION, occasion="first", recipients=[sender_of(submission)], now=now)


@transaction.atomic
def verify(code: str, *, now: datetime) -> Submission | VerifyProblem:
    """Return the submission that the code confirms, the same when it is given again.

    Within 24 hours the time of handing in counts, also past the end of the round. Later, the time of
    confirming does, and only while the round is open.
    """
    found = EmailVerification.objects.select_for_update().filter(token_hash=digest_of(code)).first()
    if found is None:
        return VerifyProblem.CODE_INVALID
    submission = Submission.objects.select_for_update().select_related("round").get(pk=found.submission_id)
    if found.verified_at is not None:
        return submission
    if submission.state != Submission.State.PENDING_VERIFICATION or submission.received_at is None:
        return VerifyProblem.CODE_INVALID
    keeps_time = now - submission.received_at <= KEEPS_THE_TIME_FOR
    if not keeps_time and not submission.round.window.accepts(now):
        return VerifyProblem.EXPIRED
    confirm(found, submission, now=now, keeps_time=keeps_time)
    return submission


def confirm(found: EmailVerification, submission: Submission, *, now: datetime, keeps_time: bool) -> None:
    found.verified_at = now
    found.save(update_fields=["verified_at"])
    if submission.respondent is not None:
        submission.respondent.email_verified_at = now
        submission.respondent.save(update_fields=["email_verified_at"])
    if keeps_time:
        submission.state = Submission.State.SUBMITTED
        submission.save(update_fields=["state"])
    else:
        receive(submission, now=now, state=Submission.State.SUBMITTED, is_late=False)
    send_receipt(submission, now=now)


def send_receipt(submission: Submission, *, now: datetime) -> None:
    """Have the receipt of the newest revision mailed to who handed it in."""
    occasion = f"revision-{submission.revision}"
    queue(Notice.Kind.RECEIPT, occasion=occasion, recipients=[sender_of(submission)], now=now)
