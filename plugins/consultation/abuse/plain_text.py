"""Plain text: text, and no markup that a browser would run if it were opened as such."""

from __future__ import annotations

import re

from .faults import Fault

MARKUP = re.compile(rb"^\s*<(?:\?xml|!doctype|html|svg|script)", re.IGNORECASE)
NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def fault_of_text(content: bytes, kind: str) -> Fault | None:
    """Return what is wrong with a text file; None when nothing is. Any charset of text may come."""
    bare = content.removeprefix(b"\xef\xbb\xbf")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16, as Excel saves it
        bare = content.decode("utf-16", errors="ignore").encode()
    return Fault.TYPE_MISMATCH if NO_TEXT.search(bare) or MARKUP.search(bare) else None
