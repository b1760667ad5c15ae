"""What the record says of a receipt that somebody holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..models import LogKey, LogLeaf, Submission, SubmissionRevision
from ..transparency.reading import Unreadable, receipt_from_json
from ..transparency.receipt_text import receipt_from_text
from ..transparency.receipts import Receipt, defects

LONGEST = 20_000


class Status(StrEnum):
    """What the record says."""

    RECORDED = "recorded"
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"
    NOT_FOUND = "not_found"
    INVALID = "invalid"


@dataclass(frozen=True)
class Checked:
    """The answer about a receipt. `defects` are codes of what does not hold."""

    status: Status
    defects: tuple[str, ...] = ()
    index: int | None = None
    recorded_at: datetime | None = None
    reference: str = ""


def checked_receipt(text: str) -> Checked:
    """Return what is to be said of a receipt, as text or as JSON."""
    try:
        receipt = read(text[:LONGEST])
    except Unreadable:
        return Checked(Status.INVALID, ("unreadable",))
    key = LogKey.objects.filter(key_id=receipt.head.key_id.hex()).first()
    if key is None:
        return Checked(Status.INVALID, ("unknown_key",), reference=receipt.reference)
    found = [defect.value for defect in defects(receipt, public_key=bytes.fromhex(key.public_key))]
    leaf = LogLeaf.objects.filter(index=receipt.index).first()
    if leaf is None or leaf.hash != receipt.leaf.hex():
        found.append("not_in_log")
    if found:
        return Checked(Status.INVALID, tuple(found), reference=receipt.reference)
    return status_of(receipt)


def checked_reference(reference: str, content_hash: str) -> Checked:
    """Return what is to be said of a reference and a hash; one answer for all that does not fit together."""
    wanted = content_hash.strip().lower()
    revision = (
        SubmissionRevision.objects.filter(submission__reference=reference.strip(), content_hash=wanted)
        .select_related("submission")
        .first()
    )
    if revision is None or len(wanted) != 64:
        return Checked(Status.NOT_FOUND)
    return told(revision)


def read(text: str) -> Receipt:
    """Return the receipt in either form. Raises Unreadable."""
    return receipt_from_json(text) if text.lstrip().startswith("{") else receipt_from_text(text)


def status_of(receipt: Receipt) -> Checked:
    """Return what became of the submission of a receipt that holds. An erased one is in the log only."""
    revision = (
        SubmissionRevision.objects.filter(leaf_index=receipt.index).select_related("submission").first()
    )
    if revision is None or revision.erased_at is not None:
        return Checked(Status.WITHDRAWN, (), receipt.index, receipt.recorded_at, receipt.reference)
    return told(revision)


def told(revision: SubmissionRevision) -> Checked:
    submission = revision.submission
    status = Status.RECORDED
    if submission.state == Submission.State.WITHDRAWN:
        status = Status.WITHDRAWN
    elif submission.revisions.filter(number__gt=revision.number).exists():
        status = Status.AMENDED
    return Checked(status, (), revision.leaf_index, revision.recorded_at, submission.reference)
