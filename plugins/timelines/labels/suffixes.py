"""Turkish suffixes after names and numbers, by the sound of the last spoken word. Imports nothing of ours."""

from enum import StrEnum

VOWELS = "aıoueiöü"
BACK_VOWELS = "aıou"
HARD_CONSONANTS = "çfhkpsşt"
# The narrow vowel that follows each vowel.
NARROW = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}

UNITS = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
# By the number of zeros at the end.
ROUND = ("", "", "yüz", *3 * ("bin",), *3 * ("milyon",), *3 * ("milyar",), "trilyon")


class Case(StrEnum):
    """The four cases a date is told in."""

    LOCATIVE = "-de"
    ABLATIVE = "-den"
    DATIVE = "-e"
    GENITIVE = "-in"


def number_sound(number: int) -> str:
    """Return the last word of the number as it is spoken: `dört` for 1994, `bin` for 2000."""
    digits = str(number).rstrip("0")
    if not digits:
        return UNITS[0]
    zeros = len(str(number)) - len(digits)
    if zeros > 1:
        return ROUND[min(zeros, len(ROUND) - 1)]
    return (TENS if zeros else UNITS)[int(digits[-1])]


def suffix(sound: str, case: Case) -> str:
    """Return the suffix for a name or number that ends in this sound: `dört` has `te`, `altı` has `nın`."""
    wide, narrow = _harmony(sound)
    ends_in_vowel = sound[-1] in VOWELS
    match case:
        case Case.LOCATIVE:
            return _hardened_d(sound) + wide
        case Case.ABLATIVE:
            return _hardened_d(sound) + wide + "n"
        case Case.DATIVE:
            return ("y" if ends_in_vowel else "") + wide
        case Case.GENITIVE:
            return ("n" if ends_in_vowel else "") + narrow + "n"


def possessed_suffix(sound: str, case: Case) -> str:
    """Return the suffix for a noun that belongs to another: `sonları` has `nda`, `çeyreği` has `nin`."""
    wide, narrow = _harmony(sound)
    endings = {Case.LOCATIVE: "d" + wide, Case.ABLATIVE: "d" + wide + "n", Case.DATIVE: wide}
    return "n" + endings.get(case, narrow + "n")


def plural_suffix(sound: str) -> str:
    """Return `lar` or `ler`."""
    return f"l{_harmony(sound)[0]}r"


def _harmony(sound: str) -> tuple[str, str]:
    """Return the wide and the narrow vowel that follow the last vowel of the sound."""
    last_vowel = next(letter for letter in reversed(sound) if letter in VOWELS)
    return ("a" if last_vowel in BACK_VOWELS else "e", NARROW[last_vowel])


def _hardened_d(sound: str) -> str:
    return "t" if sound[-1] in HARD_CONSONANTS else "d"
