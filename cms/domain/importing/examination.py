"""A file's text with everything that is to be said about it; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from cms.domain.importing import letters, sense
from cms.domain.importing.charsets import decode
from cms.domain.importing.findings import Code, ImportFinding, Severity
from cms.domain.importing.html_text import looks_like_html, read_html
from cms.domain.importing.plain_text import read_plain_text
from cms.domain.importing.sources import Source
from cms.domain.importing.spelling import unknown_words

RULES: tuple[Callable[[Source], Iterable[ImportFinding]], ...] = (
    letters.lost_letters,
    letters.garbled_letters,
    letters.composed_letters,
    letters.odd_spaces,
    letters.invisible_characters,
    sense.cut_off_sentences,
    sense.missing_targets,
    sense.stray_alt_texts,
)


@dataclass(frozen=True)
class Examination:
    """What was read and found, by line. Without a source the file could not be read at all."""

    source: Source | None
    findings: tuple[ImportFinding, ...]

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong that no editor could put right in the draft."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def examine(data: bytes, *, language: str, name: str) -> Examination:
    """Return what the file says, as HTML or plain text, and what is wrong with it.

    `language` is that of the text; `name` is the file's, which gives a title where the text has none.
    """
    decoded = decode(data)
    if decoded.text is None:
        return Examination(None, decoded.findings)
    read = read_html if looks_like_html(decoded.text) else read_plain_text
    source = titled(read(decoded.text), name)
    found = [finding for rule in RULES for finding in rule(source)]
    told = {(finding.line, finding.excerpt) for finding in found}
    misspelt = (
        word for word in unknown_words(source, language=language) if (word.line, word.excerpt) not in told
    )
    findings = (*decoded.findings, *source.findings, *found, *misspelt)
    return Examination(source, tuple(sorted(findings, key=lambda finding: finding.line)))


def titled(source: Source, name: str) -> Source:
    if source.title:
        return source
    title = PurePath(name).stem.replace("_", " ").replace("-", " ").strip() or name
    assumed = ImportFinding(Code.TITLE_ASSUMED, 1, title)
    return Source(title, source.passages, source.lines, (assumed, *source.findings))
