"""How a line of a draft says what it begins: MADDE 5, Article 5, (2), ç), EK-1, BÖLÜM; touches nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .vocabulary import Kind

_LETTER = "[a-zçğıöşü]"
_DASH = "[-–—]"
_NUMBER = r"(?:\d{1,3}(?:/[A-ZÇĞİÖŞÜ])?|[IVX]{1,5})"
_TITLE = rf"(?:\s*{_DASH}\s*|\s*[.:]\s+|\s*[.:]?$)(?P<rest>.*)"

_ARTICLE = re.compile(
    r"(?P<mark>(?:(?:GEÇİCİ|EK|MÜKERRER|Geçici|Ek|Mükerrer)\s+)?(?:MADDE|Madde)\s+\d{1,3}(?:/[A-ZÇĞİÖŞÜ])?"
    r"|(?:(?:PROVISIONAL|TEMPORARY|ADDITIONAL|Provisional|Temporary|Additional)\s+)?(?:ARTICLE|Article)\s+\d{1,3})"
    r"(?:\s*[-–—.:]+\s*|\s+(?=\()|\s*$|\s+(?=[A-ZÇĞİÖŞÜ]))(?P<rest>.*)"
)
_PART = re.compile(
    rf"(?P<mark>\S+\s+KISIM|KISIM\s+{_NUMBER}|PART\s+(?:{_NUMBER}|[A-Z]+)|Part\s+{_NUMBER}){_TITLE}"
)
_SECTION = re.compile(
    rf"(?P<mark>\S+\s+BÖLÜM|BÖLÜM\s+{_NUMBER}|Bölüm\s+{_NUMBER}|(?:SECTION|CHAPTER)\s+(?:{_NUMBER}|[A-Z]+)"
    rf"|(?:Section|Chapter)\s+{_NUMBER}){_TITLE}"
)
_ANNEX = re.compile(
    rf"(?P<mark>(?:EK|Ek|ANNEX|Annex)(?:\s*{_DASH}?\s*(?:\d{{1,2}}|[A-ZÇĞİÖŞÜ]\b)|(?=\s*[.:]|\s+{_DASH}\s|$)))"
    rf"{_TITLE}"
)
_PARAGRAPH = re.compile(r"(?P<mark>\(\d{1,3}\)|\d{1,3}\.(?=\s))\s*(?P<rest>.*)")
_CLAUSE = re.compile(rf"(?P<mark>{_LETTER}\)|\({_LETTER}\))\s*(?P<rest>.*)")
_SUBCLAUSE = re.compile(rf"(?P<mark>{_LETTER}{{2,4}}\)|\({_LETTER}{{2,4}}\)|\d{{1,3}}\))\s*(?P<rest>.*)")

PATTERNS = (
    (Kind.ARTICLE, _ARTICLE),
    (Kind.PART, _PART),
    (Kind.SECTION, _SECTION),
    (Kind.ANNEX, _ANNEX),
    (Kind.PARAGRAPH, _PARAGRAPH),
    (Kind.CLAUSE, _CLAUSE),
    (Kind.SUBCLAUSE, _SUBCLAUSE),
)


@dataclass(frozen=True)
class Mark:
    """What a line begins, its number as printed, and the rest of the line."""

    kind: Kind
    printed_number: str
    rest: str


def mark_of(line: str) -> Mark | None:
    """Return what a line begins; None for a line without a mark, such as a heading.

    “Madde 5 uyarınca …” within a text begins nothing: what follows the number has to be a dash, a colon,
    a bracket, a capital or the end. An ordinary sentence that happens to begin a line so is a mistake
    that the preview shows.
    """
    for kind, pattern in PATTERNS:
        if found := pattern.fullmatch(line):
            return Mark(kind, " ".join(found["mark"].split()), found["rest"].strip())
    return None


def looks_like_heading(line: str) -> bool:
    """Whether an unmarked line may be a heading: short, and not ended as a sentence is."""
    return 0 < len(line) <= 120 and line[-1] not in ".;:,"
