"""Reading back values kept as JSON: what is missing takes its default, what is strange is refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from .errors import stored_shape

Word = TypeVar("Word", bound=StrEnum)


def mapping(kept: object, *, keys: tuple[str, ...] | None = None) -> Mapping[str, object]:
    """Return the object if it is a mapping; if keys are given, with no others than these."""
    if not isinstance(kept, Mapping):
        raise stored_shape("an object")
    if keys is not None and not set(kept) <= set(keys):
        raise stored_shape(f"an object with {', '.join(keys)}")
    return kept


def text(fields: Mapping[str, object], key: str) -> str:
    """Return the text under the key, or an empty one."""
    found = fields.get(key, "")
    if not isinstance(found, str):
        raise stored_shape(f"{key} is a text")
    return found


def truth(fields: Mapping[str, object], key: str) -> bool:
    """Return the answer under the key, or no."""
    found = fields.get(key, False)
    if not isinstance(found, bool):
        raise stored_shape(f"{key} is true or false")
    return found


def word(fields: Mapping[str, object], key: str, words: type[Word]) -> Word | None:
    """Return the word under the key, or None where there is none."""
    found = fields.get(key)
    if found is None:
        return None
    if not isinstance(found, str) or found not in set(words):
        raise stored_shape(f"{key} is one of {', '.join(words)}")
    return words(found)
