"""Answers as bytes."""

from __future__ import annotations

import json
from typing import Any

import orjson


def encoded(body: dict[str, Any]) -> bytes:  # Any: JSON
    """Return a body as JSON in UTF-8. Letters stay letters: escapes would add a third to Turkish text."""
    try:
        return orjson.dumps(body)
    except orjson.JSONEncodeError:
        # Half a surrogate pair, echoed from a request, or a number of more than 64 bits.
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
