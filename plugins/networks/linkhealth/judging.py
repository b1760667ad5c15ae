"""What an answer means: alive, moved, or a page that only pretends to be there. Pure."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

TITLE = re.compile(rb"<title[^>]*>(.*?)</title>|<h1[^>]*>(.*?)</h1>", re.IGNORECASE | re.DOTALL)
MISSING = re.compile(
    r"\b404\b|not found|no longer (?:exists|available)|sayfa bulunamad|bulunamadı|mevcut değil", re.IGNORECASE
)
PARKED = re.compile(
    r"domain (?:is |name is )?(?:for sale|parked|expired)|buy this domain|this domain|satılık alan adı|"
    r"alan adı satılık",
    re.IGNORECASE,
)


class Outcome(StrEnum):
    """What one check has found."""

    ALIVE = "alive"
    MOVED = "moved"
    MISSING = "missing"
    PRETENDS = "pretends"
    PARKED = "parked"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    NOT_ALLOWED = "not_allowed"

    @property
    def is_failure(self) -> bool:
        """Whether it counts towards death. What we may not ask says nothing about life."""
        return self not in {Outcome.ALIVE, Outcome.MOVED, Outcome.NOT_ALLOWED}


def judged(status: int, body: bytes, *, asked: str, reached: str) -> Outcome:
    """Return what the last answer of a chain means."""
    if status in {401, 403, 407, 429} or status == 451:
        return Outcome.ALIVE  # somebody is there and does not want us
    if not 200 <= status < 300:
        return Outcome.MISSING if 400 <= status < 500 else Outcome.NO_ANSWER
    headings = " ".join(_text(one or other) for one, other in TITLE.findall(body)[:3])
    if PARKED.search(headings):
        return Outcome.PARKED
    if MISSING.search(headings) or was_sent_home(asked, reached):
        return Outcome.PRETENDS
    return Outcome.MOVED if reached != asked else Outcome.ALIVE


def was_sent_home(asked: str, reached: str) -> bool:
    """Whether a page led to the front page: how sites hide that it is gone."""
    deep = urlsplit(asked).path.strip("/").count("/") >= 1
    return deep and not urlsplit(reached).path.strip("/") and not urlsplit(reached).query


def _text(html: bytes) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", html.decode("utf-8", "replace"))
