"""Rules about characters, line by line: what is lost, what is garbled, what is mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cms.domain.importing.findings import Code, ImportFinding
from cms.domain.importing.sources import Source

# Turkish letters of windows-1254 as they look when the bytes are read as windows-1252.
WESTERN = str.maketrans("ðþýÐÞÝ", "ğşıĞŞİ")

# What the bytes 0x80 to 0xBF, the later ones of a letter in UTF-8, look like in windows-1252.
_LATER = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_MISREAD = re.compile(f"[ÂÃÄÅ][{re.escape(_LATER)}]|â[{re.escape(_LATER)}]{{2}}")
_QUESTION_INSIDE = re.compile(r"[^\W\d_]\?[^\W\d_]")
_QUESTION_BEFORE = re.compile(r"\?[^\W\d_]{2,}")
_ADDRESS = re.compile(r"[/=&@]|\.\w+\?")
_NO_BREAK = re.compile("[\u00a0\u2007\u202f]")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


def lost_letters(source: Source) -> Iterator[ImportFinding]:
    """Yield words in which a question mark or U+FFFD stands for a letter: `Kalk?nma`, `?stanbul`."""
    for number, line in source.lines:
        for word in line.split():
            if "\N{REPLACEMENT CHARACTER}" in word or has_question_for_letter(word):
                yield ImportFinding(Code.LETTERS_LOST, number, word)


def has_question_for_letter(word: str) -> bool:
    if "?" not in word or _ADDRESS.search(word):
        return False
    if _QUESTION_BEFORE.match(word.lstrip("(“\"'‘")):
        return True
    # A capital after a question mark within small letters begins a sentence: the space is missing, no letter.
    return any(match.group()[-1].islower() or word.isupper() for match in _QUESTION_INSIDE.finditer(word))


def garbled_letters(source: Source) -> Iterator[ImportFinding]:
    """Yield words that show UTF-8 or windows-1254 read as windows-1252: `DeÄŸiÅŸim`, `çalýþma`."""
    for number, line in source.lines:
        for word in line.split():
            if is_misread(word) or word.translate(WESTERN) != word:
                yield ImportFinding(Code.LETTERS_GARBLED, number, word)


def is_misread(word: str) -> bool:
    return any(repaired(match.group()) for match in _MISREAD.finditer(word))


def repaired(piece: str) -> str | None:
    try:
        return b"".join(byte_of(character) for character in piece).decode()
    except UnicodeError:
        return None


def byte_of(character: str) -> bytes:
    return character.encode("latin-1") if ord(character) < 256 else character.encode("cp1252")


def composed_letters(source: Source) -> Iterator[ImportFinding]:
    """Yield words whose letters are typed as letter and combining mark."""
    for number, line in source.lines:
        for word in line.split():
            if unicodedata.normalize("NFC", word) != word:
                yield ImportFinding(Code.LETTERS_COMPOSED, number, unicodedata.normalize("NFC", word))


def odd_spaces(source: Source) -> Iterator[ImportFinding]:
    """Yield lines with no-break or double spaces, and how many."""
    for number, line in source.lines:
        if count := len(_NO_BREAK.findall(line)) + len(_DOUBLE.findall(line)):
            yield ImportFinding(Code.SPACES_NORMALISED, number, str(count))


def invisible_characters(source: Source) -> Iterator[ImportFinding]:
    """Yield lines with soft hyphens and characters of no width, and how many."""
    for number, line in source.lines:
        if count := len(_INVISIBLE.findall(line)):
            yield ImportFinding(Code.INVISIBLE_REMOVED, number, str(count))
