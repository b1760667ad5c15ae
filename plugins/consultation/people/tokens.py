"""The code on an invitation: what it looks like, how it is made again, and what of it is kept.

A code is 130 bits in Crockford's alphabet, in groups that people can read out: `K7QF2-9MTXA-…`. It is made
from the invitation's own random value and the server's secret, so that a reminder can carry it again
while the database keeps a digest only. Whoever has the database alone cannot make one.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils.crypto import salted_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 26, 5
READ_AS = {"O": "0", "I": "1", "L": "1", "İ": "1", "ı": "1", "i": "1"}
"""Letters that the alphabet lacks, and the digits that they are mistaken for; a Turkish i is one too."""


def new_seed() -> str:
    """Return a random value of an invitation, from which its code is made."""
    return secrets.token_hex(16)


def code_of(seed: str, *, purpose: str = "invitation", digest: str = "") -> str:
    """Return the code that belongs to a seed, in groups; the one with the digest, if that is given.

    After the secret was changed, former secrets are tried. Raises LookupError when none fits the digest.
    """
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        code = grouped(made(seed, purpose, secret))
        if not digest or digest_of(code) == digest:
            return code
    raise LookupError("The secret that this code was made with is gone. Issue a new code.")


def made(seed: str, purpose: str, secret: str) -> str:
    salt = f"plugins.consultation.{purpose}"
    number = int.from_bytes(salted_hmac(salt, seed, secret=secret, algorithm="sha256").digest(), "big")
    return "".join(ALPHABET[(number >> 5 * place) & 31] for place in range(LENGTH))


def grouped(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def digest_of(code: str) -> str:
    """Return what is kept of a code. Case, hyphens and spaces do not matter, nor O for 0 or I for 1."""
    letters = (READ_AS.get(letter, letter).upper() for letter in code if letter.isalnum())
    return hashlib.sha256("".join(READ_AS.get(letter, letter) for letter in letters).encode()).hexdigest()


def digests_of(codes: Iterable[str]) -> Iterator[str]:
    return (digest_of(code) for code in codes)
