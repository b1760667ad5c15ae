"""Addresses made from titles; touches nothing."""

import re
import unicodedata

from anyascii import anyascii

from cms.text.characters import APOSTROPHES
from cms.text.languages import primary_subtag

_AMPERSAND = {"tr": " ve ", "en": " and ", "az": " ve "}

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_LONE_AMPERSAND = re.compile(r"(?<!\S)&(?!\S)")
_BREAK = re.compile(r"[^a-z0-9]+")


def slugify(text: str, *, language: str, max_length: int = 100) -> str:
    """Return text as a slug of `a-z`, `0-9` and single hyphens: `isik-ve-isi` for `Işık ve Isı`.

    - Other scripts and accented letters are transliterated. Symbols and punctuation part words, except
      apostrophes, which join them (`2008’de` is `2008de`); `&` between spaces is spelled out.
    - A slug that is too long ends with a whole word, unless that would lose more than half of it.
    - Letters without any transliteration leave nothing behind; if that is all there is, their code
      points stand in (`u05d0`). Only text without letters and digits gives an empty slug: the
      caller knows a better name for it than this function does.
    """
    if max_length < 1:
        raise ValueError(f"max_length of a slug must be at least 1; it is {max_length}")
    composed = unicodedata.normalize("NFC", text)
    if not any(_is_one_of("LN", character) for character in composed):
        return ""
    spelled = _LONE_AMPERSAND.sub(_AMPERSAND.get(primary_subtag(language), " "), composed)
    return _cut(_transliterated(spelled) or _spelled_out(composed), max_length)


def _transliterated(text: str) -> str:
    # Letters, marks and numbers: a symbol such as an emoji has a name in ASCII, but not in a title.
    words = "".join(c if _is_one_of("LMN", c) else " " for c in _APOSTROPHE.sub("", text))
    # Capitals become small after transliteration, where every language agrees on I.
    ascii_words = _APOSTROPHE.sub("", anyascii(words)).lower()
    return _BREAK.sub("-", ascii_words).strip("-")


def _spelled_out(text: str) -> str:
    return "-".join(f"u{ord(c):04x}" for c in text if _is_one_of("LN", c))


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    end_of_word = slug.rfind("-", 0, max_length + 1)
    return slug[:end_of_word] if end_of_word * 2 >= max_length else slug[:max_length]


def _is_one_of(categories: str, character: str) -> bool:
    return unicodedata.category(character)[0] in categories
