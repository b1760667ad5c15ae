"""Receipts and heads out of JSON. Only the exact spelling that was written is read."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from .canonical import Document, canonical_json
from .hashing import HASH_BYTES, SALT_BYTES
from .heads import SignedHead, checked_name
from .instants import instant_from
from .receipts import Receipt
from .signing import SIGNATURE_BYTES

Value = TypeVar("Value", SignedHead, Receipt)


class Unreadable(ValueError):
    """This is no receipt or head, or somebody has changed how it is written."""

    code = "RECEIPT_UNREADABLE"


def receipt_from_json(text: str) -> Receipt:
    """Return the receipt. Raises Unreadable."""
    try:
        document = json.loads(text, object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"This is not JSON: {error}. Use the receipt as it was sent.") from error
    return receipt_from(document)


def receipt_from(document: Any) -> Receipt:
    """Return the receipt that a document tells. Raises Unreadable."""
    return _exactly(document, _receipt)


def head_from(document: Any) -> SignedHead:
    """Return the signed head that a document tells. Raises Unreadable."""
    return _exactly(document, _head)


def _exactly(document: Any, read: Callable[[Any], Value]) -> Value:
    """Return what was read if it would be written in the very same way."""
    try:
        value = read(document)
        if canonical_json(value.document()) == canonical_json(document):
            return value
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Unreadable(f"It lacks something or misspells it: {error}. Use it as it was sent.") from error
    raise Unreadable("It holds more than it should, or misspells it. Use it as it was sent.")


def _receipt(document: Any) -> Receipt:
    return Receipt(
        reference=checked_name(document["reference"]),
        received_at=instant_from(document["received_at"]),
        recorded_at=instant_from(document["recorded_at"]),
        content_hash=_bytes(document["content_hash"], HASH_BYTES),
        salt=_bytes(document["salt"], SALT_BYTES),
        index=_count(document["index"]),
        path=tuple(_bytes(step, HASH_BYTES) for step in document["path"]),
        head=_head(document["head"]),
        signature=_bytes(document["signature"], SIGNATURE_BYTES),
    )


def _head(document: Any) -> SignedHead:
    return SignedHead(
        log=checked_name(document["log"]),
        size=_count(document["size"]),
        root=_bytes(document["root"], HASH_BYTES),
        signed_at=instant_from(document["signed_at"]),
        key_id=_bytes(document["key_id"], HASH_BYTES),
        signature=_bytes(document["signature"], SIGNATURE_BYTES),
    )


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no count")
    return value


def _bytes(text: str, length: int) -> bytes:
    value = bytes.fromhex(text)
    if len(value) != length:
        raise ValueError(f"{text} has {len(value)} bytes instead of {length}")
    return value


def _without_repetition(pairs: list[tuple[str, Any]]) -> Document:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)
