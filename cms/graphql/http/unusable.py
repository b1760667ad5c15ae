"""Text that a JSON string can hold and nothing else can: no database takes it."""

from __future__ import annotations

import re
from typing import Any

# NUL, and surrogates without their other half: Python keeps a pair as one character.
UNUSABLE = re.compile("[\x00\ud800-\udfff]")
# The same, spelt out in a document of GraphQL, which has escapes of its own.
ESCAPED_NUL = re.compile(r"\\u(?:0000|\{0+\})")


def is_unusable(value: Any) -> bool:  # Any: JSON
    """Return whether a string anywhere in the value holds NUL, spelt out or not, or half a pair."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, str):
            if UNUSABLE.search(current) or ESCAPED_NUL.search(current):
                return True
        elif isinstance(current, dict):
            waiting += (*current, *current.values())
        elif isinstance(current, list):
            waiting += current
    return False
