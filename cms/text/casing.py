"""Capital and small letters as the language pairs them; touches nothing.

Turkish and Azerbaijani pair I with ı and İ with i. Python's own methods never do, and make two code
points of a small İ.
"""

import unicodedata

from cms.text.languages import primary_subtag
from cms.text.normalisation import compose

_DOTTED_I_LANGUAGES = frozenset({"tr", "az"})
_TO_SMALL = str.maketrans("Iİ", "ıi")


def lower(text: str, *, language: str) -> str:
    """Return text in small letters, composed (NFC).

    İ is `i` in every language, one code point, so the result is as long as the composed text.
    """
    composed = compose(text)
    if _has_dotted_capital_i(language):
        composed = composed.translate(_TO_SMALL)
    # Outside Turkish, lower() leaves a combining dot after the i of İ; composing mends it.
    return compose(composed.lower())


def upper(text: str, *, language: str) -> str:
    """Return text in capitals, composed (NFC); never a key to compare by.

    In capitals different words meet: `kırlı` and `kirli` are both KIRLI outside Turkish.
    """
    composed = compose(text)
    if _has_dotted_capital_i(language):
        composed = composed.replace("i", "İ")
    return unicodedata.normalize("NFC", composed.upper())


def capitalise(text: str, *, language: str) -> str:
    """Return text with its first letter as a capital and every other letter as it was.

    Quotation marks and brackets before the first letter are passed over; text that begins with a
    digit stays as it is, because `20 merkez` begins no name.
    """
    composed = compose(text)
    first = next((place for place, character in enumerate(composed) if character.isalnum()), None)
    if first is None:
        return composed
    return composed[:first] + _capital(composed[first], language) + composed[first + 1 :]


def _capital(letter: str, language: str) -> str:
    if letter == "i" and _has_dotted_capital_i(language):
        return "İ"
    # Unlike upper(), title() gives one capital for ß (Ss) and leaves scripts without titles alone.
    return unicodedata.normalize("NFC", letter.title())


def _has_dotted_capital_i(language: str) -> bool:
    return primary_subtag(language) in _DOTTED_I_LANGUAGES
