"""Ed25519 over canonical JSON. What is signed names its `format`, so that it cannot pass for another."""

from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .canonical import Document, canonical_json

SIGNATURE_BYTES = 64


class Signer:
    """Signs with one key, made from a seed of 32 bytes, which is the secret."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public_key = self._key.public_key().public_bytes_raw()
        self.key_id = key_id(self.public_key)

    def sign(self, document: Document) -> bytes:
        """Return the signature: 64 bytes."""
        return self._key.sign(canonical_json(document))


def key_id(public_key: bytes) -> bytes:
    """Return what a public key is called: its SHA-256."""
    return sha256(public_key).digest()


def is_signed(document: Document, *, signature: bytes, public_key: bytes) -> bool:
    """Whether the owner of the key has signed the document."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, canonical_json(document))
    except (InvalidSignature, ValueError):  # ValueError: no key of 32 bytes
        return False
    return True
