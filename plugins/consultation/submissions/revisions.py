"""What was handed in becomes a revision: hashed, recorded in the log, receipted; all in one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..models import Opinion as OpinionRow
from ..models import Submission, SubmissionRevision
from ..transparency.submissions import Attachment, Opinion
from ..transparency.submissions import Submission as Recorded
from .ledger import record
from .receipts import issue

Actor = SubmissionRevision.Actor


def add_revision(
    submission: Submission,
    *,
    now: datetime,
    actor: str = Actor.RESPONDENT,
    user: Any = None,  # Any: the host's user model
    reason: str = "",
) -> SubmissionRevision:
    """Record what the submission says now. Revisions are only ever added, and each has its receipt."""
    number = submission.revisions.count() + 1
    entry = record(recorded(submission, number=number, received_at=now).document(), now=now)
    revision = SubmissionRevision.objects.create(
        submission=submission,
        number=number,
        content=entry.content,
        content_hash=entry.content_hash.hex(),
        salt=entry.salt.hex(),
        leaf_index=entry.index,
        actor=actor,
        actor_user=user,
        reason=reason,
        received_at=now,
        recorded_at=entry.recorded_at,
    )
    issue(revision, head=entry.head)
    return revision


def recorded(submission: Submission, *, number: int, received_at: datetime) -> Recorded:
    """Return what is hashed. Who said it is left out, so that it can be erased."""
    files = submission.attachments.filter(removed_at__isnull=True)
    return Recorded(
        reference=submission.reference,
        revision=number,
        received_at=received_at,
        language=submission.language,
        channel=submission.channel,
        publication=submission.publication_choice,
        consent=submission.consent,
        stance=submission.overall_stance,
        opinions=tuple(recorded_opinion(row) for row in submission.opinions.current()),
        attachments=tuple(
            Attachment(name=file.name, size=file.size, sha256=bytes.fromhex(file.sha256)) for file in files
        ),
    )


def recorded_opinion(row: OpinionRow) -> Opinion:
    return Opinion(
        version=str(row.version_number),
        language=row.language,
        text=row.opinion_text,
        provision=row.provision_key or None,
        quote=row.quote_exact,
        kind=row.kind,
        stance=row.stance,
        rationale=row.rationale,
        proposed_text=row.proposed_text,
    )
