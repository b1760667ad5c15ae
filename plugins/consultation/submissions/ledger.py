"""The log in the database: one writer at a time, each entry with a signed head in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.db.models import Q

from ..models import LogKey, LogLeaf, LogNode, LogState, TreeHead
from ..transparency.canonical import Document, canonical_json, content_hash
from ..transparency.hashing import commitment, leaf_hash, new_salt
from ..transparency.heads import SignedHead, signed_head
from ..transparency.log import Log
from ..transparency.signing import Signer
from ..transparency.storage import Conflict, MemoryStore
from ..transparency.tree import Node


class DatabaseStore:
    """The nodes of the log, at a size that was read once and that this transaction holds."""

    def __init__(self, size: int) -> None:
        self._size = size

    def size(self) -> int:
        return self._size

    def load(self, nodes: Iterable[Node]) -> Mapping[Node, bytes]:
        wanted = set(nodes)
        found = {Node(0, leaf.index): bytes.fromhex(leaf.hash) for leaf in leaves(wanted)}
        found |= {Node(node.level, node.place): bytes.fromhex(node.hash) for node in inner(wanted)}
        return {node: found[node] for node in wanted}

    def append(self, nodes: Mapping[Node, bytes], *, index: int) -> None:
        if index != self._size:
            raise Conflict(f"The log has {self._size} entries, so the next is not {index}.")
        LogNode.objects.bulk_create(
            LogNode(level=node.level, place=node.place, hash=value.hex())
            for node, value in nodes.items()
            if node.level
        )
        self._size += 1


def leaves(nodes: Iterable[Node]) -> Iterable[LogLeaf]:
    places = [node.place for node in nodes if node.level == 0]
    return LogLeaf.objects.filter(index__in=places) if places else ()


def inner(nodes: Iterable[Node]) -> Iterable[LogNode]:
    wanted = Q(pk__in=())
    for node in nodes:
        if node.level:
            wanted |= Q(level=node.level, place=node.place)
    return LogNode.objects.filter(wanted) if wanted != Q(pk__in=()) else ()


@dataclass(frozen=True)
class Entry:
    """What was recorded: the text as it was hashed, its salt, its place, and the head that includes it."""

    content: str
    content_hash: bytes
    salt: bytes
    index: int
    head: TreeHead
    recorded_at: datetime


def record(document: Document, *, now: datetime) -> Entry:
    """Append a document to the log and sign the head. Call it inside the transaction of what it is about.

    Whoever appends holds the log until the commit, so that heads follow one another without a gap.
    """
    state = held_state()
    log = Log(DatabaseStore(state.size))
    salt, hashed = new_salt(), content_hash(document)
    index = append(log, commitment(hashed, salt=salt), now=now)
    state.size = index + 1
    state.save(update_fields=["size"])
    head = publish_head(log, name=state.name, now=now)
    return Entry(canonical_json(document).decode(), hashed, salt, index, head, now)


def held_state() -> LogState:
    """Return the state of the log, locked until the end of the transaction."""
    name = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "dilmac"
    state, _is_new = LogState.objects.select_for_update().get_or_create(pk=1, defaults={"name": name[:60]})
    return state


def append(log: Log, entry: bytes, *, now: datetime) -> int:
    """Store the leaf and the nodes that it completes; return its index."""
    LogLeaf.objects.create(index=log.size, hash=leaf_hash(entry).hex(), appended_at=now)
    return log.append(entry)


def publish_head(log: Log, *, name: str, now: datetime) -> TreeHead:
    """Sign the head of the log as it is, and store it with the proof that it continues the one before."""
    signer = current_signer()
    signed = signed_head(log, name=name, signer=signer, now=now)
    before = log.size - 1
    return TreeHead.objects.create(
        log=name,
        size=signed.size,
        root=signed.root.hex(),
        signed_at=signed.signed_at,
        key=stored_key(signer, now=now),
        signature=signed.signature.hex(),
        consistency=[step.hex() for step in log.consistency_proof(before)],
    )


def current_signer() -> Signer:
    """Return who signs, with the key of the deployment."""
    return Signer(bytes.fromhex(settings.RECEIPT_KEY))


def stored_key(signer: Signer, *, now: datetime) -> LogKey:
    key, _is_new = LogKey.objects.get_or_create(
        key_id=signer.key_id.hex(),
        defaults={"public_key": signer.public_key.hex(), "first_used_at": now},
    )
    return key


def current_log() -> Log:
    """Return the log as it is committed now, for proofs."""
    state = LogState.objects.first()
    return Log(DatabaseStore(state.size if state else 0))


def log_in_memory() -> MemoryStore:
    """Return all nodes, read in two queries: for looking at the whole of it."""
    nodes = {Node(0, leaf.index): bytes.fromhex(leaf.hash) for leaf in LogLeaf.objects.iterator()}
    size = len(nodes)
    nodes |= {Node(node.level, node.place): bytes.fromhex(node.hash) for node in LogNode.objects.iterator()}
    return MemoryStore(nodes, size=size)


def head_of(row: TreeHead) -> SignedHead:
    """Return a stored head as the value that was signed."""
    return SignedHead(
        log=row.log,
        size=row.size,
        root=bytes.fromhex(row.root),
        signed_at=row.signed_at,
        key_id=bytes.fromhex(row.key.key_id),
        signature=bytes.fromhex(row.signature),
    )


def make_durable() -> None:
    """Have SQLite wait for the disk at each commit from now on: what is acknowledged survives a power cut."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=FULL")
