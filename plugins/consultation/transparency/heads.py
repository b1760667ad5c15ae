"""Signed tree heads: what an operator says the log is at an instant, and cannot take back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from .canonical import Document
from .instants import instant_text, whole_second
from .log import Log
from .signing import Signer, is_signed, key_id

FORMAT = "dilmac-head/1"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,59}")


def checked_name(name: str) -> str:
    """Return the name of a log or a reference. Raises ValueError for what could be misread in a text."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name: use up to 60 ASCII letters, digits and . _ : / -")
    return name


@dataclass(frozen=True, kw_only=True)
class SignedHead:
    """The size and root of the log named `log`, signed with the key that `key_id` is the SHA-256 of."""

    log: str
    size: int
    root: bytes
    signed_at: datetime
    key_id: bytes
    signature: bytes

    def signed_part(self) -> Document:
        """Return what the signature is over."""
        return {
            "format": FORMAT,
            "log": self.log,
            "size": self.size,
            "root": self.root.hex(),
            "signed_at": instant_text(self.signed_at),
            "key_id": self.key_id.hex(),
        }

    def document(self) -> Document:
        """Return the whole head, as it is published."""
        return {**self.signed_part(), "signature": self.signature.hex()}

    def is_signed_by(self, public_key: bytes) -> bool:
        """Whether it is signed with this key, and says so."""
        return self.key_id == key_id(public_key) and is_signed(
            self.signed_part(), signature=self.signature, public_key=public_key
        )


def signed_head(log: Log, *, name: str, signer: Signer, now: datetime, size: int | None = None) -> SignedHead:
    """Return the head of the log, at a size or as it is, signed."""
    size = log.size if size is None else size
    unsigned = SignedHead(
        log=checked_name(name),
        size=size,
        root=log.root(size=size),
        signed_at=whole_second(now),
        key_id=signer.key_id,
        signature=b"",
    )
    return replace(unsigned, signature=signer.sign(unsigned.signed_part()))
