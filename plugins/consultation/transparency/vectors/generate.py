"""Writes the test vectors: `python -m plugins.consultation.transparency.vectors.generate`.

Everything in them is made from fixed seeds, so each run writes the same bytes. No log may use their key.
"""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from ..canonical import Document, Value, canonical_json, content_hash
from ..hashing import commitment
from ..heads import SignedHead, signed_head
from ..log import Log
from ..publication import published_heads
from ..receipt_text import receipt_text
from ..receipts import Receipt, issued
from ..signing import Signer
from ..storage import MemoryStore
from ..submissions import Opinion, Submission

FOLDER = Path(__file__).parent
SEED = sha256(b"dilmac test vectors: never sign with this key").digest()
NAME = "opinions.example.org"
START = datetime(2026, 11, 30, 20, 59, 50, tzinfo=UTC)
# What implementations of Certificate Transparency are tested with.
ENTRIES = "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
TEXTS = "Süre 15 gün uzatılsın.", "I\u0307fade açık değil:\r\nmadde 5", "Agreed."


def files() -> dict[str, bytes]:
    """Return file name → content."""
    log, receipts, heads = _issued()
    signer = Signer(SEED)
    published = published_heads(log, heads=heads, public_keys=[signer.public_key])
    return {
        "tree.json": _pretty(_tree()),
        "canonical.json": _pretty({"cases": [_case(document) for document in DOCUMENTS]}),
        "submission.json": canonical_json(_submission(1).document()),
        "receipt.json": _pretty(receipts[1].document()),
        "receipt.txt": receipt_text(receipts[1]).encode(),
        "heads.json": _pretty(published),
        "public_key.txt": f"{signer.public_key.hex()}\n".encode(),
    }


DOCUMENTS: tuple[Document, ...] = (
    {},
    {"b": 1, "a": [True, None, -3]},
    {"text": "I\u0307stanbul, c\u0327ok güzel"},
    {"text": "one\r\ntwo\rthree\n"},
    {"text": '\x00\x1f\x7f"\\/\t\b\f😀\u2028'},
)


def _case(document: Document) -> Value:
    canonical = canonical_json(document).decode()
    return {"input": document, "canonical": canonical, "sha256": content_hash(document).hex()}


def _tree() -> Document:
    log = Log(MemoryStore())
    for entry in ENTRIES:
        log.append(bytes.fromhex(entry))
    sizes = range(len(ENTRIES) + 1)
    inclusion: list[Value] = [
        {"index": index, "size": size, "path": _hex(log.inclusion_proof(index, size=size))}
        for size in sizes
        for index in range(size)
    ]
    consistency: list[Value] = [
        {"old": old, "size": size, "path": _hex(log.consistency_proof(old, size=size))}
        for size in sizes
        for old in range(size + 1)
    ]
    roots = [log.root(size=size).hex() for size in sizes]
    return {"entries": list(ENTRIES), "roots": roots, "inclusion": inclusion, "consistency": consistency}


def _issued() -> tuple[Log, list[Receipt], list[SignedHead]]:
    log, signer = Log(MemoryStore()), Signer(SEED)
    receipts = [_receipt(number, log, signer) for number in range(len(TEXTS))]
    return log, receipts, [receipt.head for receipt in receipts]


def _receipt(number: int, log: Log, signer: Signer) -> Receipt:
    submission = _submission(number)
    salt = sha256(b"salt %d" % number).digest()
    hashed = content_hash(submission.document())
    index = log.append(commitment(hashed, salt=salt))
    now = submission.received_at + timedelta(seconds=2)
    head = signed_head(log, name=NAME, signer=signer, now=now)
    return issued(
        log,
        index=index,
        reference=submission.reference,
        received_at=submission.received_at,
        recorded_at=now,
        content_hash=hashed,
        salt=salt,
        head=head,
        signer=signer,
    )


def _submission(number: int) -> Submission:
    return Submission(
        reference=f"EV-2026-003-{number + 1:04}",
        revision=1,
        received_at=START + timedelta(seconds=number),
        language="tr",
        channel="web",
        publication="anonymous",
        consent="publication-tr-2",
        opinions=(Opinion(version="2", language="tr", text=TEXTS[number], provision="madde-5"),),
    )


def _hex(path: tuple[bytes, ...]) -> list[str]:
    return [step.hex() for step in path]


def _pretty(document: Document) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=True) + "\n").encode()


if __name__ == "__main__":
    for name, content in files().items():
        (FOLDER / name).write_bytes(content)
