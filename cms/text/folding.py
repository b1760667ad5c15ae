"""Keys under which different spellings of one word meet; touches nothing."""

import re
import unicodedata

from cms.text.casing import lower
from cms.text.characters import APOSTROPHES, DIACRITICS

_DIACRITIC = re.compile(f"[{DIACRITICS}]+")

# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | {"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str, *, language: str) -> str:
    """Return the key under which a reader's search finds text: `ışık`, `IŞIK` and `isik` are one.

    Small letters of the language, without diacritics, ı and i as one letter and every apostrophe
    as `'`. For Turkish and English the keys agree, so a word typed without Turkish letters, or with
    capitals made by the wrong rule, is still found.

    Composed text keeps its length, except for ligatures and compatibility characters (`æ`, `ß`, `ﬁ`,
    `…`) and diacritics that have no composed letter. Without such diacritics, folding character by
    character gives the same key: that is how an offset is carried back to the original text.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    # The spacing acute would come apart into a space and a mark.
    letters = lower(text, language=language).replace("´", "'")
    bare = _DIACRITIC.sub("", unicodedata.normalize("NFKD", letters))
    return unicodedata.normalize("NFC", bare.casefold().translate(_PLAIN))


def fold_root(text: str) -> str:
    """Return the key of an identifier: an e-mail address, a file name, a tag, a URL.

    Identifiers have no language: I and i are always a pair, and what differs by more than case
    stays different (ı is not i, é is not e, and İ, whose small form here is `i` with a combining
    dot, is neither). Merging those would let one address stand for another; for what readers
    search, there is `fold`.
    """
    return unicodedata.normalize("NFC", text.lower())
