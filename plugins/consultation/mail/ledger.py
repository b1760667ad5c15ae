"""Puts notices into the ledger. One row for a recipient and an occasion, whoever asks and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..models import Invitation, Notice, Submission


@dataclass(frozen=True)
class Recipient:
    """Who gets a notice: the invited, or who handed something in. One of the two."""

    round_id: int
    language: str
    invitation_id: int | None = None
    submission_id: int | None = None


def invited(invitation: Invitation) -> Recipient:
    return Recipient(invitation.round_id, invitation.language, invitation_id=invitation.pk)


def sender_of(submission: Submission) -> Recipient:
    return Recipient(submission.round_id, submission.language, submission_id=submission.pk)


def queue(
    kind: Notice.Kind, *, occasion: str, recipients: Iterable[Recipient], now: datetime, soon: bool = True
) -> int:
    """Put a notice for each recipient into the ledger, unless it is there. Return how many are new.

    They are sent after the commit, or by the job; a transaction that fails takes its notices along.
    """
    rows = [
        Notice(
            kind=kind,
            occasion=occasion,
            round_id=each.round_id,
            invitation_id=each.invitation_id,
            submission_id=each.submission_id,
            language=each.language,
            queued_at=now,
            next_attempt_at=now,
        )
        for each in recipients
    ]
    before = known(kind, occasion)
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    added = known(kind, occasion) - before
    if added and soon:
        from .sending import send_soon  # noqa: PLC0415 -- sending knows the ledger

        transaction.on_commit(send_soon)
    return added


def known(kind: Notice.Kind, occasion: str) -> int:
    return Notice.objects.filter(kind=kind, occasion=occasion).count()
