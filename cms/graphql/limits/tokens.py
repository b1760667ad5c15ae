"""How long a document is, counted before anything reads it: a parser takes twenty times as long."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .numbers import Limits
from .refusals import IN_PARTS, check

# Every alternative takes what it began with to its end, closed or not: the count is linear in the length.
TOKEN = re.compile(
    r"""
    (?P<skipped>[\s,\ufeff]+|\#[^\n\r]*)
    | (?P<directive>@)
    | (?P<other>
        \"\"\"(?:[^"\\]|\\.|"(?!""))*(?:\"\"\")?
        | "(?:[^"\\\n\r]|\\.)*"?
        | [_A-Za-z][_0-9A-Za-z]*
        | -?[0-9][0-9.eE+-]*
        | \.\.\.
        | .
    )
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=256)  # of what is within limits; the same documents come again and again
def check_length(text: str, limits: Limits) -> None:
    """Raise LimitExceeded for a document with too many characters, tokens or directives."""
    check("DOCUMENT_TOO_LONG", "Characters of the document:", len(text), limits.characters, IN_PARTS)
    kinds = Counter(match.lastgroup for match in TOKEN.finditer(text))
    tokens = kinds["directive"] + kinds["other"]
    check("TOO_MANY_TOKENS", "Tokens of the document:", tokens, limits.tokens, IN_PARTS)
    check("TOO_MANY_DIRECTIVES", "Directives:", kinds["directive"], limits.directives, "Leave some out.")
