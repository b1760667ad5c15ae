"""A text as it was read, whatever it came as: its lines for looking at letters, its passages for sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from cms.domain.importing.findings import ImportFinding
from cms.text import tidy


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"


@dataclass(frozen=True)
class Passage:
    """A heading, a paragraph or a list. `html` is safe to store and empty for headings."""

    kind: Kind
    line: int
    text: str
    html: str = ""
    level: int = 2
    has_links: bool = False


@dataclass(frozen=True)
class Source:
    """A text without its title. `lines` holds every line's words as they were, with its number."""

    title: str
    passages: tuple[Passage, ...]
    lines: tuple[tuple[int, str], ...]
    findings: tuple[ImportFinding, ...] = ()


def words_of(text: str) -> str:
    """Return text as it is stored: tidy, with single spaces and no line ends."""
    return re.sub(r"\s+", " ", tidy(text)).strip()
