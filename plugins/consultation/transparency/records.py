"""What is kept beside a leaf, and what is left of it when it is lawfully erased."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from .hashing import commitment, leaf_hash


@dataclass(frozen=True, kw_only=True)
class Record:
    """The row beneath an entry. Of a withdrawn one, only the leaf says that it was there."""

    index: int
    content: bytes | None  # the canonical JSON
    salt: bytes | None
    withdrawn_at: datetime | None = None

    @property
    def leaf(self) -> bytes | None:
        """The leaf hash that text and salt lead to; None where one of them is gone."""
        if self.content is None or self.salt is None:
            return None
        return leaf_hash(commitment(sha256(self.content).digest(), salt=self.salt))


def erased(record: Record, *, now: datetime) -> Record:
    """Return the record without text and salt, withdrawn; erased again, it stays as it was.

    The leaf stays in the log, and nobody can show what it stood for, not even by guessing. Copies of the
    receipt hold the salt and have to go as well.
    """
    if record.withdrawn_at is not None:
        return record
    return replace(record, content=None, salt=None, withdrawn_at=now)
