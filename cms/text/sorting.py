"""Alphabetical order kept as a string that any database can sort; touches nothing.

A key has three levels, parted by `0`, the lowest symbol; empty levels at the end are left out.

1. Letters: one symbol each, by their place in the alphabet of the language. `1` parts words; a number
   is `2`, the count of its digits and the digits; a letter outside the alphabet is `z` and four
   symbols of its code point. No code begins another one, so whole symbols are always compared.
2. Accents: one symbol for each letter, up to the last letter that has an accent.
3. Capitals: one bit for each letter, five bits to a symbol, up to the last capital.

Keys consist of `0-9a-z` only. Binary order, C, POSIX and the Unicode, English and Turkish collations
agree on those. A collation that reads two of them as one letter (`ch` in Czech) does not: a column
in such a database needs the collation `C`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from cms.text.casing import lower
from cms.text.characters import APOSTROPHES, DIACRITICS
from cms.text.folding import fold
from cms.text.languages import primary_subtag
from cms.text.normalisation import compose

_SYMBOLS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LEVEL, _SPACE, _NUMBER, _LETTERS, _FOREIGN = "0", "1", "2", _SYMBOLS[3:35], "z"

_LATIN_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {"tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz"}

# In the order of the Unicode collation: acute, grave, breve, circumflex, caron, ring, diaeresis,
# double acute, tilde, dot, cedilla, ogonek, macron.
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304"
_NO_ACCENT, _OTHER_ACCENT, _VARIANT = "1", "y", "z"

_IGNORED = re.compile(f"[{APOSTROPHES}\u00ad\u200b-\u200f\u2060\ufeff]")
_BREAKS = re.compile(rf"[^\w{DIACRITICS}]+|_+")
# Marks beyond the eighth decide nothing, and units are kept in a cache: they must stay short.
_UNITS = re.compile(rf"\d{{1,35}}|\w[{DIACRITICS}]{{0,8}}|\s")


def sort_key(text: str, *, language: str, max_length: int = 255) -> str:
    """Return the key that puts text in its alphabetical place when keys are compared as plain strings.

    - Turkish has its own alphabet, with q, w and x where CLDR puts them and â, î, û beside a, i, u
      (CLDR has Î beside ı, for want of knowing that it is the capital of î). Every other language
      has the Latin one, in which accented letters stand beside the plain ones.
    - Accents decide between texts with the same letters, then capitals do: small ones first.
    - Numbers come before letters and in the order of their value: `2. bölüm`, `10. bölüm`.
    - Words are compared one by one. Apostrophes are ignored; other punctuation only parts words.
    - Letters of other scripts come last, in the order of their code points.

    Texts that differ in nothing else have one key, as have texts that only differ after
    `max_length` symbols (capitals and accents are the first to go): order by the key and then by
    something unique.
    """
    if max_length < 1:
        raise ValueError(f"max_length of a sort key must be at least 1; it is {max_length}")
    subtag = primary_subtag(language)
    weights = [_weigh(unit, subtag) for unit in _UNITS.findall(_words(text))]
    if not weights:
        return ""
    letters, accents, capitals = ("".join(level) for level in zip(*weights, strict=True))
    levels = [letters, accents.rstrip(_NO_ACCENT), _packed(capitals)]
    while not levels[-1]:
        levels.pop()
    return _LEVEL.join(levels)[:max_length]


class _Weight(NamedTuple):
    letters: str
    accents: str = ""
    capitals: str = ""


def _words(text: str) -> str:
    # Apostrophes go first: compatibility decomposition makes a space of some of them.
    compatible = unicodedata.normalize("NFKC", _IGNORED.sub("", text))
    return _BREAKS.sub(" ", compose(compatible)).strip()


@lru_cache(maxsize=4096)
def _weigh(unit: str, subtag: str) -> _Weight:
    if unit == " ":
        return _Weight(_SPACE)
    if unit.isdecimal():
        digits = str(int(unit))
        return _Weight(_NUMBER + _SYMBOLS[len(digits)] + digits)
    small = lower(unit, language=subtag)
    letters, accents = _spelling(small, _ALPHABETS.get(subtag, _LATIN_ALPHABET))
    return _Weight(letters, accents, ("0" if small == unit else "1") * len(accents))


def _spelling(small: str, alphabet: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", small)
    # No letter of an alphabet has more than one mark.
    for end in (2, 1):
        base = unicodedata.normalize("NFC", decomposed[:end])
        if base in alphabet:
            return _LETTERS[alphabet.index(base)], _accent(decomposed[end:])
    plain = fold(small, language="")
    symbols = "".join(_symbols_of(letter, alphabet) for letter in plain)
    return symbols, (_NO_ACCENT if plain == small else _VARIANT) * len(plain)


def _symbols_of(letter: str, alphabet: str) -> str:
    return _LETTERS[alphabet.index(letter)] if letter in alphabet else _FOREIGN + _base_36(ord(letter))


def _accent(marks: str) -> str:
    if not marks:
        return _NO_ACCENT
    place = _ACCENTS.find(marks[0])
    return _OTHER_ACCENT if place < 0 else _SYMBOLS[2 + place]


def _base_36(code_point: int) -> str:
    quotient, last = divmod(code_point, 36)
    quotient, third = divmod(quotient, 36)
    first, second = divmod(quotient, 36)
    return "".join(_SYMBOLS[digit] for digit in (first, second, third, last))


def _packed(bits: str) -> str:
    significant = bits.rstrip("0")
    padded = significant.ljust(-(-len(significant) // 5) * 5, "0")
    return "".join(_SYMBOLS[int(padded[place : place + 5], 2)] for place in range(0, len(padded), 5))
