"""The receipt: what somebody holds who has submitted, and what it takes to prove it against the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from .canonical import Document
from .hashing import commitment, leaf_hash
from .heads import SignedHead, checked_name
from .instants import instant_text, whole_second
from .log import Log, Path
from .proofs import includes
from .signing import Signer, is_signed

FORMAT = "dilmac-receipt/1"


class Defect(StrEnum):
    """Why a receipt does not hold."""

    RECEIPT_SIGNATURE = "receipt_signature"
    HEAD_SIGNATURE = "head_signature"
    INCLUSION = "inclusion"


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Says that content with this hash was received at an instant and stands at `index` of the log.

    It carries the salt: whoever keeps receipts must destroy them with the text (see `records`).
    """

    reference: str
    received_at: datetime
    recorded_at: datetime
    content_hash: bytes
    salt: bytes
    index: int
    path: Path
    head: SignedHead
    signature: bytes

    @property
    def leaf(self) -> bytes:
        """The leaf hash that the log holds for it."""
        return leaf_hash(commitment(self.content_hash, salt=self.salt))

    def signed_part(self) -> Document:
        """Return what the signature is over."""
        return {
            "format": FORMAT,
            "reference": self.reference,
            "received_at": instant_text(self.received_at),
            "recorded_at": instant_text(self.recorded_at),
            "content_hash": self.content_hash.hex(),
            "salt": self.salt.hex(),
            "index": self.index,
            "path": [step.hex() for step in self.path],
            "head": self.head.document(),
        }

    def document(self) -> Document:
        """Return the JSON form."""
        return {**self.signed_part(), "signature": self.signature.hex()}


def issued(
    log: Log,
    *,
    index: int,
    reference: str,
    received_at: datetime,
    recorded_at: datetime,
    content_hash: bytes,
    salt: bytes,
    head: SignedHead,
    signer: Signer,
) -> Receipt:
    """Return the receipt for the entry at `index`, against a head of the log that includes it."""
    unsigned = Receipt(
        reference=checked_name(reference),
        received_at=whole_second(received_at),
        recorded_at=whole_second(recorded_at),
        content_hash=content_hash,
        salt=salt,
        index=index,
        path=log.inclusion_proof(index, size=head.size),
        head=head,
        signature=b"",
    )
    return replace(unsigned, signature=signer.sign(unsigned.signed_part()))


def defects(receipt: Receipt, *, public_key: bytes) -> tuple[Defect, ...]:
    """Return why a receipt does not hold; nothing if it does. Published heads are a further question."""
    head = receipt.head
    held = {
        Defect.RECEIPT_SIGNATURE: is_signed(
            receipt.signed_part(), signature=receipt.signature, public_key=public_key
        ),
        Defect.HEAD_SIGNATURE: head.is_signed_by(public_key),
        Defect.INCLUSION: includes(
            receipt.leaf, index=receipt.index, size=head.size, path=receipt.path, root=head.root
        ),
    }
    return tuple(defect for defect, holds in held.items() if not holds)
