"""One spelling of a provision’s text, so that offsets and hashes mean the same everywhere."""

import re
import unicodedata
from hashlib import sha256

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def normal_text(text: str) -> str:
    """Return text composed (NFC), without invisible characters, every run of white space as one space."""
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(composed.split())


def text_hash(text: str) -> str:
    """Return SHA-256 of the normal text in UTF-8, as 64 hexadecimal digits."""
    return sha256(normal_text(text).encode()).hexdigest()
