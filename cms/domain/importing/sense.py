"""Rules about passages: what was cut off, promised and not kept, or left over from a page's layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cms.domain.importing.findings import Code, ImportFinding, shortened
from cms.domain.importing.sources import Kind, Source

# How many passages after an announcement may hold the links it announces.
NEAR = 3

_CUT_OFF = re.compile(r"[(\[{][\s.…]*$")
_CLICK = re.compile(r"\btıkla(?:yın(?:ız)?|yarak)?\b|\btıklan\w+|\bclick(?:ing)?\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\başağıdaki (?:link|bağlantı|adres)\w*"
    r"|\b(?:links?|addresses|files) below\b|\bfollowing (?:link|address)",
    re.IGNORECASE,
)
_LONE_WORD = re.compile(r"[a-z][a-z0-9_-]{1,30}|[\w-]{1,60}\.(?:jpe?g|png|gif|webp)", re.ASCII)


def cut_off_sentences(source: Source) -> Iterator[ImportFinding]:
    """Yield passages that end in an open bracket: what stood in it was a link, most often."""
    for passage in source.passages:
        for text in passage.text.split("\n"):
            if _CUT_OFF.search(text):
                yield ImportFinding(Code.SENTENCE_CUT_OFF, passage.line, shortened(text, end=True))


def missing_targets(source: Source) -> Iterator[ImportFinding]:
    """Yield passages that ask to click without a link, or announce links that do not follow."""
    for place, passage in enumerate(source.passages):
        near = source.passages[place : place + 1 + NEAR]
        click = _CLICK.search(passage.text) and not passage.has_links
        announced = _ANNOUNCED.search(passage.text) and not any(other.has_links for other in near)
        if click or announced:
            yield ImportFinding(Code.LINK_TARGET_MISSING, passage.line, shortened(passage.text, end=True))


def stray_alt_texts(source: Source) -> Iterator[ImportFinding]:
    """Yield paragraphs of one small ASCII word, or of the name of an image file."""
    for passage in source.passages:
        if passage.kind is Kind.PARAGRAPH and _LONE_WORD.fullmatch(passage.text):
            yield ImportFinding(Code.STRAY_ALT_TEXT, passage.line, passage.text)
