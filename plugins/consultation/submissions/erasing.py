"""Lawful erasure: who and what go, hashes and leaves stay, and every other receipt still holds."""

from __future__ import annotations

from datetime import datetime

from ..models import MutationRecord, Receipt, Submission


def erase_submission(submission: Submission, *, now: datetime) -> None:
    """Erase person, texts, salts and files of a submission; call it in a transaction. Again, it does nothing.

    The leaves stay in the log, and nobody can show what they stood for. Copies of receipts hold the salt:
    mails and backups have to go as well.
    """
    for file in submission.attachments.all():
        file.file.delete(save=False)
    submission.attachments.all().delete()
    submission.opinions.all().delete()
    MutationRecord.objects.filter(submission=submission).delete()
    Receipt.objects.filter(revision__submission=submission).update(signature=None)
    submission.revisions.filter(erased_at__isnull=True).update(
        content=None, content_hash=None, salt=None, reason="", erased_at=now
    )
    person, submission.respondent = submission.respondent, None
    if submission.state != Submission.State.WITHDRAWN:
        submission.state, submission.withdrawn_at = Submission.State.WITHDRAWN, now
    submission.received_at = submission.received_at or now
    submission.registered_reason = submission.late_reason = submission.consent = ""
    submission.save()
    if person is not None:
        person.delete()
