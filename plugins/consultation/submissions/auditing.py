"""Every table of the record against every other: rows, leaves, nodes, heads, receipts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from ..models import LogKey, LogLeaf, LogNode, LogState, Receipt, Submission, SubmissionRevision, TreeHead
from ..transparency.canonical import canonical_json
from ..transparency.heads import SignedHead
from ..transparency.log import Log
from ..transparency.monitor import altered_nodes, is_head_of, row_findings
from ..transparency.proofs import continues
from ..transparency.reading import head_from
from ..transparency.records import Record
from ..transparency.signing import is_signed, key_id
from ..transparency.storage import MemoryStore
from .ledger import head_of, log_in_memory
from .receipts import unsigned_receipt
from .revisions import recorded

Found = tuple[str, str, str]


def all_findings(kept_heads: Iterable[Any] = ()) -> Iterator[Found]:  # Any: documents of heads
    """Yield (table, row, fault) for everything that does not fit together."""
    gaps = list(missing_nodes())
    yield from gaps
    revisions = list(SubmissionRevision.objects.select_related("submission").order_by("leaf_index"))
    yield from altered_rows(revisions)
    yield from missing_numbers(revisions)
    yield from altered_submissions()
    if gaps:  # without all nodes, nothing can be computed from them
        return
    store = log_in_memory()
    yield from (("LogNode", f"{node.level}/{node.place}", "altered") for node in altered_nodes(store))
    yield from wrong_heads(store)
    yield from wrong_receipts(revisions, store)
    for document in kept_heads:
        head = head_from(document)
        if not is_head_of(head, store=store):
            yield ("TreeHead", str(head.size), "kept elsewhere, and the log does not lead to it")


def missing_nodes() -> Iterator[Found]:
    """Yield leaves and nodes that ought to be there, by the number of entries that heads and rows tell."""
    state = LogState.objects.first()
    indexes = set(LogLeaf.objects.values_list("index", flat=True))
    size = max(
        state.size if state else 0,
        TreeHead.objects.order_by("-size").values_list("size", flat=True).first() or 0,
        max(indexes, default=-1) + 1,
    )
    yield from (("LogLeaf", str(index), "deleted") for index in range(size) if index not in indexes)
    if (state.size if state else 0) != size:
        yield ("LogState", "1", "altered")
    known = set(LogNode.objects.values_list("level", "place"))
    wanted = {(level, place) for level in range(1, size.bit_length()) for place in range(size >> level)}
    yield from (("LogNode", f"{level}/{place}", "deleted") for level, place in sorted(wanted - known))
    yield from (("LogNode", f"{level}/{place}", "added") for level, place in sorted(known - wanted))


def altered_rows(revisions: Iterable[SubmissionRevision]) -> Iterator[Found]:
    """Yield revisions whose text or salt is not what the leaf commits to, and leaves without a revision."""
    by_index: dict[int, str] = {}
    records = []
    for revision in revisions:
        by_index[revision.leaf_index] = f"{revision.submission.reference}/{revision.number}"
        records.append(record_of(revision))
        if revision.content is not None and not fits_its_hash(revision):
            yield ("SubmissionRevision", by_index[revision.leaf_index], "altered: content_hash")
    leaves = [bytes.fromhex(leaf.hash) for leaf in LogLeaf.objects.order_by("index")]
    for found in row_findings(records, leaves=leaves):
        row = by_index.get(found.index, f"of leaf {found.index}")
        yield ("SubmissionRevision", row, found.fault.value)


def record_of(revision: SubmissionRevision) -> Record:
    return Record(
        index=revision.leaf_index,
        content=revision.content.encode() if revision.content is not None else None,
        salt=bytes.fromhex(revision.salt) if revision.salt is not None else None,
        withdrawn_at=revision.erased_at,
    )


def fits_its_hash(revision: SubmissionRevision) -> bool:
    return sha256((revision.content or "").encode()).hexdigest() == revision.content_hash


def missing_numbers(revisions: Iterable[SubmissionRevision]) -> Iterator[Found]:
    """Yield submissions that were handed in and have no revision at all."""
    with_revisions = {revision.submission_id for revision in revisions}
    handed_in = Submission.objects.exclude(state=Submission.State.STARTED)
    for pk, reference in handed_in.values_list("pk", "reference"):
        if pk not in with_revisions:
            yield ("Submission", reference, "has no revision")


def altered_submissions() -> Iterator[Found]:
    """Yield submissions whose opinions, choice or files are not those of their last revision."""
    handed_in = Submission.objects.exclude(state=Submission.State.STARTED)
    for submission in handed_in.prefetch_related("revisions"):
        last = max(submission.revisions.all(), key=lambda each: each.number, default=None)
        if last is None or last.content is None:
            continue
        document = recorded(submission, number=last.number, received_at=last.received_at).document()
        if canonical(document) != last.content:
            yield ("Submission", submission.reference, "altered: is not what its last revision says")


def canonical(document: Any) -> str:
    return canonical_json(document).decode()


def wrong_heads(store: MemoryStore) -> Iterator[Found]:
    """Yield heads that are missing, not signed, not of this log, or do not continue the one before."""
    keys = {key.pk: bytes.fromhex(key.public_key) for key in LogKey.objects.all()}
    for key in LogKey.objects.all():
        if key_id(bytes.fromhex(key.public_key)).hex() != key.key_id:
            yield ("LogKey", key.key_id, "altered")
    before: SignedHead | None = None
    for row in TreeHead.objects.select_related("key"):
        head, name = head_of(row), str(row.size)
        expected = before.size + 1 if before else 1
        yield from (("TreeHead", str(size), "deleted") for size in range(expected, head.size))
        if not head.is_signed_by(keys[row.key_id]) or not is_head_of(head, store=store):
            yield ("TreeHead", name, "altered")
        elif before and not continued(before, head, row):
            yield ("TreeHead", name, "altered: consistency")
        before = head
    last = before.size if before else 0
    yield from (("TreeHead", str(size), "deleted") for size in range(last + 1, store.size() + 1))


def continued(before: SignedHead, head: SignedHead, row: TreeHead) -> bool:
    if head.size != before.size + 1:  # the one between is missing, which is told already
        return True
    path = [bytes.fromhex(step) for step in row.consistency]
    return continues(old=before.size, old_root=before.root, size=head.size, root=head.root, path=path)


def wrong_receipts(revisions: Iterable[SubmissionRevision], store: MemoryStore) -> Iterator[Found]:
    """Yield receipts that are missing or whose signature is not over what the rows tell."""
    receipts = {row.revision_id: row for row in Receipt.objects.select_related("head__key")}
    log = Log(store)
    for revision in revisions:
        row, name = receipts.get(revision.pk), f"{revision.submission.reference}/{revision.number}"
        if row is None:
            yield ("Receipt", name, "deleted")
        elif revision.erased_at is None and not is_receipt(revision, row, log):
            yield ("Receipt", name, "altered")


def is_receipt(revision: SubmissionRevision, row: Receipt, log: Log) -> bool:
    if None in (revision.salt, revision.content_hash) or not row.signature:
        return False
    try:
        unsigned = unsigned_receipt(revision, head=row.head, log=log)
    except (IndexError, ValueError):
        return False
    signature, key = bytes.fromhex(row.signature), bytes.fromhex(row.head.key.public_key)
    return is_signed(unsigned.signed_part(), signature=signature, public_key=key)
