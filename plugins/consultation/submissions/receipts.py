"""Receipts: signed with a revision, and made again from the rows whenever somebody asks for one."""

from __future__ import annotations

from dataclasses import replace

from ..models import Receipt as ReceiptRow
from ..models import SubmissionRevision, TreeHead
from ..transparency.log import Log
from ..transparency.receipts import Receipt
from .ledger import current_log, current_signer, head_of


def issue(revision: SubmissionRevision, *, head: TreeHead) -> ReceiptRow:
    """Sign and store the receipt of a revision that has just been recorded under a head."""
    unsigned = made(revision, head=head, signature=b"")
    signature = current_signer().sign(unsigned.signed_part())
    return ReceiptRow.objects.create(revision=revision, head=head, signature=signature.hex())


def receipt_of(revision: SubmissionRevision) -> Receipt | None:
    """Return the receipt of a revision as it was issued; None once its text is erased."""
    row = ReceiptRow.objects.select_related("head__key").filter(revision=revision).first()
    if row is None or revision.salt is None or not row.signature:
        return None
    return made(revision, head=row.head, signature=bytes.fromhex(row.signature))


def made(revision: SubmissionRevision, *, head: TreeHead, signature: bytes) -> Receipt:
    return replace(unsigned_receipt(revision, head=head, log=current_log()), signature=signature)


def unsigned_receipt(revision: SubmissionRevision, *, head: TreeHead, log: Log) -> Receipt:
    """Return the receipt that the rows tell. The path is computed: the log never forgets it."""
    return Receipt(
        reference=revision.submission.reference,
        received_at=revision.received_at,
        recorded_at=revision.recorded_at,
        content_hash=bytes.fromhex(revision.content_hash or ""),
        salt=bytes.fromhex(revision.salt or ""),
        index=revision.leaf_index,
        path=log.inclusion_proof(revision.leaf_index, size=head.size),
        head=head_of(head),
        signature=b"",
    )
