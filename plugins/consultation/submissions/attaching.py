"""Files that come with a submission: checked by content, kept privately, taken back like an opinion."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from ..abuse.attachments import Rejected, checked_type
from ..models import Attachment, Submission
from .changing import changed, check_handed_in
from .errors import Code, refusal
from .handing_in import State, check_revision
from .repeating import Outcome
from .rounds import accepted, terms_of
from .writing import content_of

MOST_FILES = 10


def attach(submission: Submission, file: UploadedFile, *, opinion_key: str, now: datetime) -> Attachment:
    """Store a file with a submission; one that was handed in gets a new revision. Raises Refused.

    Call it in a transaction.
    """
    check_changeable(submission, now=now)
    if submission.attachments.filter(removed_at__isnull=True).count() >= MOST_FILES:
        raise refusal(Code.TOO_MANY, "file", most=str(MOST_FILES))
    opinion = submission.opinions.current().filter(key=uuid_of(opinion_key)).first() if opinion_key else None
    if opinion_key and opinion is None:
        raise refusal(Code.OPINION_UNKNOWN, "opinion")
    try:
        kind = checked_type(file, size=file.size or 0)  # type: ignore[arg-type]
    except Rejected as rejected:
        raise refusal(Code.ATTACHMENT_REJECTED, "file", why=rejected.why) from None
    row = Attachment(
        submission=submission,
        opinion=opinion,
        name=plain_name(file.name or ""),
        content_type=kind,
        size=file.size or 0,
        sha256=digest(file),
        uploaded_at=now,
    )
    row.file.save(row.name, file, save=False)
    row.save()
    note_change(submission, now=now)
    return row


def detach(submission: Submission, key: str, *, now: datetime, expected: int | None = None) -> Outcome:
    """Take a file back. Raises Refused."""
    check_revision(submission, expected)
    check_changeable(submission, now=now)
    row = submission.attachments.filter(key=uuid_of(key), removed_at__isnull=True).first()
    if row is None:
        raise refusal(Code.OPINION_UNKNOWN, "attachment")
    if submission.state == State.STARTED:
        row.file.delete(save=False)
        row.delete()
    else:
        row.removed_at = now
        row.save(update_fields=["removed_at"])
    return note_change(submission, now=now)


def note_change(submission: Submission, *, now: datetime) -> Outcome:
    """Count the change; what was handed in already is recorded anew."""
    if submission.state != State.STARTED:
        return changed(submission, content_of(submission), now=now)
    submission.revision += 1
    submission.save(update_fields=["revision"])
    return Outcome(submission)


def check_changeable(submission: Submission, *, now: datetime) -> None:
    if submission.state == State.STARTED:
        accepted(submission.round, received_at=now, opened_at=submission.started_at)
        return
    check_handed_in(submission)
    assert submission.received_at is not None  # noqa: S101 -- a constraint of the table
    if not terms_of(submission.round).may_edit(now, received_at=submission.received_at):
        raise refusal(Code.NOT_EDITABLE, "manageToken")


def uuid_of(key: str) -> UUID:
    """Return the key; for what is none, one that nothing has."""
    try:
        return UUID(key)
    except ValueError:
        return UUID(int=0)


def digest(file: UploadedFile) -> str:
    summed = hashlib.sha256()
    for chunk in file.chunks():
        summed.update(chunk)
    file.seek(0)
    return summed.hexdigest()


def plain_name(name: str) -> str:
    """Return the name of a file without folders and what cannot be printed, at most 120 characters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(letter for letter in unicodedata.normalize("NFC", last) if letter.isprintable())
    return printable[-120:] or "file"
