"""Turkish case endings after numbers, dates and names, with the apostrophe these take; touches nothing.

The vowel of an ending follows the last vowel that is spoken, its consonant the last sound. Rules: the
spelling guide of the Turkish Language Institute (TDK), “kesme işareti” and “sayıların yazılışı”.
"""

import re

from cms.text.casing import lower
from cms.text.characters import APOSTROPHE, APOSTROPHES
from cms.text.folding import fold
from cms.text.normalisation import compose

_UNITS = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
# By the number of zeros at the end.
_ROUND = ("", "", "yüz", *3 * ("bin",), *3 * ("milyon",), *3 * ("milyar",), "trilyon")

_BACK_VOWELS = "aıou"
_VOWELS = _BACK_VOWELS + "eiöü"
_VOICELESS = "çfhkpsşt"
_CLOSE_VOWEL = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}

# A number is read to its end: after a dot only as a group of thousands, never as a fraction.
_NUMBER = re.compile(r"(?<![0-9])[0-9]+(?:\.[0-9]{3})*$")
_LAST_WORD = re.compile(rf"[^\W\d_][^\W\d_{APOSTROPHES}]*$")
# A capital after the apostrophe belongs to the name, as in O’Neill.
_SUFFIXED = re.compile(rf"\w[{APOSTROPHES}][a-zçğıöşü]+$")


def locative(name: str | int) -> str:
    """Return the name with “in, at”: `1994’te`, `2008’de`, `Ocak’ta`.

    A name is a number, a proper name or text that ends in one of them (`6 Nisan 2010’da`). If it has
    an ending after an apostrophe already, the new one follows without a second (`1980’lerde`).
    An initialism without vowels is read by its letters (`TTGV’de`), one with vowels as a word
    (`UNIDO’da`). Names spoken otherwise than Turkish spells them, or with a soft last syllable
    (`Kemal’e`), get the ending of their spelling.

    Raises ValueError if the name ends in neither a letter nor a digit.
    """
    spoken = _last_spoken_word(name)
    return _attach(name, ("t" if spoken[-1] in _VOICELESS else "d") + _open_vowel(spoken))


def ablative(name: str | int) -> str:
    """Return the name with “from, since”: `1994’ten`, `2010’dan`; for names see `locative`."""
    return locative(name) + "n"


def genitive(name: str | int) -> str:
    """Return the name with “of”: `1994’ün`, `1996’nın`; for names see `locative`."""
    spoken = _last_spoken_word(name)
    return _attach(name, ("n" if spoken[-1] in _VOWELS else "") + _close_vowel(spoken) + "n")


def dative(name: str | int) -> str:
    """Return the name with “to, until”: `2000’e`, `1996’ya`; for names see `locative`."""
    spoken = _last_spoken_word(name)
    return _attach(name, ("y" if spoken[-1] in _VOWELS else "") + _open_vowel(spoken))


def plural(name: str | int) -> str:
    """Return the name with the plural ending, as decades need it: `1930’lar`, `1980’ler`."""
    return _attach(name, "l" + _open_vowel(_last_spoken_word(name)) + "r")


def _attach(name: str | int, ending: str) -> str:
    written = compose(str(name))
    return written + ("" if _SUFFIXED.search(written) else APOSTROPHE) + ending


def _last_spoken_word(name: str | int) -> str:
    written = compose(str(name))
    if number := _NUMBER.search(written):
        return _last_word_of_number(number.group().replace(".", ""))
    word = _LAST_WORD.search(written)
    if word is None:
        raise ValueError(f"A suffix needs a name that ends in a letter or a digit; this is {written!r}")
    letters = "".join(_turkish_letter(letter) for letter in lower(word.group(), language="tr"))
    # The name of every consonant ends in e: “TTGV” is read te-te-ge-ve.
    return letters if any(letter in _VOWELS for letter in letters) else letters + "e"


def _turkish_letter(letter: str) -> str:
    return letter if letter in _VOWELS + _VOICELESS else fold(letter, language="tr")


def _last_word_of_number(digits: str) -> str:
    significant = digits.rstrip("0")
    if not significant:
        return _UNITS[0]
    zeros = len(digits) - len(significant)
    if zeros == 0:
        return _UNITS[int(digits[-1])]
    if zeros == 1:
        return _TENS[int(significant[-1])]
    return _ROUND[min(zeros, len(_ROUND) - 1)]


def _open_vowel(spoken: str) -> str:
    return "a" if _last_vowel(spoken) in _BACK_VOWELS else "e"


def _close_vowel(spoken: str) -> str:
    return _CLOSE_VOWEL.get(_last_vowel(spoken), "i")


def _last_vowel(spoken: str) -> str:
    return next(letter for letter in reversed(spoken) if letter in _VOWELS)
