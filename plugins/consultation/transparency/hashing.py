"""The hashes of the log: RFC 6962's tree of SHA-256, and what stands for a submission in it."""

import hashlib
import secrets

HASH_BYTES = 32
SALT_BYTES = 32
EMPTY_ROOT = hashlib.sha256().digest()
"""The root of a log without entries."""


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of an entry. The prefixes keep a leaf from passing for a node."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two neighbouring subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def commitment(content_hash: bytes, *, salt: bytes) -> bytes:
    """Return the entry that stands for a submission. Without the salt it tells nothing about the content.

    Raises ValueError unless both are 32 bytes: other lengths could be divided otherwise.
    """
    if (len(salt), len(content_hash)) != (SALT_BYTES, HASH_BYTES):
        raise ValueError("A commitment is made of a salt and a hash of 32 bytes each.")
    return hashlib.sha256(salt + content_hash).digest()


def new_salt() -> bytes:
    """Return 32 random bytes. Each revision of each submission has its own."""
    return secrets.token_bytes(SALT_BYTES)
