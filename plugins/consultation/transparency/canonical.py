"""One exact spelling for each JSON value, so that everybody hashes the same bytes.

A subset of RFC 8785, with text in NFC: see the README for the rules.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import sha256

Value = str | int | bool | Mapping[str, "Value"] | Sequence["Value"] | None
Document = Mapping[str, Value]

LARGEST = 2**53 - 1
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_HALF = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")


class NotCanonical(ValueError):
    """The value has no canonical form. The message names where it is and what to do."""

    code = "NOT_CANONICAL"


def canonical_json(document: Document) -> bytes:
    """Return the document in UTF-8: keys sorted, no spaces, text in NFC with LF. Raises NotCanonical."""
    spelled = _spelled(document, "$")
    return json.dumps(spelled, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_hash(document: Document) -> bytes:
    """Return SHA-256 of the canonical JSON: 32 bytes."""
    return sha256(canonical_json(document)).digest()


def canonical_text(text: str) -> str:
    """Return text as it is hashed: composed (NFC), its lines ended by LF."""
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))


def _spelled(value: Value, place: str) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, place)
    if isinstance(value, int):
        return _number(value, place)
    if isinstance(value, Mapping):
        return {_key(key, place): _spelled(member, f"{place}.{key}") for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled(item, f"{place}[{number}]") for number, item in enumerate(value)]
    raise NotCanonical(f"{place} is a {type(value).__name__}. Write fractions and times as text.")


def _text(text: str, place: str) -> str:
    if _HALF.search(text):
        raise NotCanonical(f"{place} holds half a character (a lone surrogate). Leave it out.")
    return canonical_text(text)


def _number(number: int, place: str) -> int:
    if abs(number) > LARGEST:
        raise NotCanonical(
            f"{place} is beyond 2^53 - 1, where programs read numbers differently. Write text."
        )
    return number


def _key(key: object, place: str) -> str:
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise NotCanonical(f"{place} has the key {key!r}. Keys are small ASCII letters, digits and _.")
    return key
