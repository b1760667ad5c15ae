"""From the bytes of a file to its text; never a guess that could change a letter in silence."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from cms.domain.importing.findings import Code, ImportFinding

TURKISH = "çğıöşüâîûÇĞİÖŞÜÂÎÛ"
PUNCTUATION = "‘’“”„…–—•·«»°§©®™½¼¾²³´×€\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"
NO_TEXT = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FOREIGN = re.compile(f"[^\0-\x7f{TURKISH}{PUNCTUATION}]")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class Decoded:
    """The text of a file with what is to be said about its bytes. Without a text it was refused."""

    text: str | None
    findings: tuple[ImportFinding, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of UTF-8, of UTF-16, and of windows-1254 if it then reads like Turkish or English.

    Every other file is refused: a text in windows-1252 or ISO 8859-1 is told from one in windows-1254 by
    letters that Turkish does not have.
    """
    if data.startswith(NO_TEXT):
        return refused(Code.FILE_IS_NO_TEXT)
    charset = next((charset for mark, charset in MARKS if data.startswith(mark)), None) or unmarked(data)
    text = decoded(data, charset) if charset else None
    if text is None:
        return from_windows(data)
    if _CONTROL.search(text):
        return refused(Code.FILE_IS_NO_TEXT)
    return Decoded(text) if text.strip() else refused(Code.FILE_EMPTY)


def unmarked(data: bytes) -> str:
    """Return the charset of a file without a byte order mark: in UTF-16, every other byte is mostly zero."""
    first, second = data[:4000:2].count(0), data[1:4000:2].count(0)
    if min(first, second) > 0 or max(first, second) * 4 < len(data[:4000]):
        return "utf-8"
    return "utf-16-be" if first else "utf-16-le"


def from_windows(data: bytes) -> Decoded:
    text = decoded(data, "cp1254")
    if text is None or _CONTROL.search(text):
        return refused(Code.FILE_IS_NO_TEXT)
    foreign = _FOREIGN.search(text)
    if foreign is None:
        return Decoded(text, (ImportFinding(Code.CHARSET_CONVERTED, line=1),))
    line = text.count("\n", 0, foreign.start()) + 1
    return refused(Code.CHARSET_UNKNOWN, line=line, excerpt=around(text, foreign.start()))


def decoded(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def around(text: str, place: int) -> str:
    """Return the word at a place of a text."""
    before = re.search(r"\S*$", text[:place])
    after = re.match(r"\S*", text[place:])
    return f"{before.group() if before else ''}{after.group() if after else ''}"[:60]


def refused(code: Code, *, line: int = 1, excerpt: str = "") -> Decoded:
    return Decoded(None, (ImportFinding(code, line, excerpt),))
