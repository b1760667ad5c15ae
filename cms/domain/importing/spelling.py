"""Words that no dictionary knows; reads simplemma's word lists, which are loaded at the first word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simplemma import is_known

from cms.domain.importing.findings import Code, ImportFinding
from cms.domain.importing.sources import Source
from cms.text import tidy

DICTIONARIES = ("tr", "en")

# Words of letters, perhaps with hyphens: no part of an address or a number, no ending of a name.
_WORD = re.compile(r"(?<![\w’'”@./\-–])[^\W\d_]{3,}(?:-[^\W\d_]+)*(?![\w’'@/\-–]|\.\w|://)")
_CIRCUMFLEXES = str.maketrans("âîû", "aiu")

# What may follow the stem of a Turkish verb: voice, ability, negation, tense or participle, endings of nouns.
_VERB_ENDING = re.compile(
    r"(?:[ıiuü][ln]|n)?(?:y?[ae]bil|y?[ae]m[ae]|m[ae])?"
    r"(?:m[ae]kt[ae]|m[ıiuü]ş|[dt][ıiuü][kğ]?|[ae]c[ae][kğ]|y?[ae]n|y?[ae]r[ae]k|y?[ıiuü]p|m[ae]l[ıi]|m[ae]k?|"
    r"[ıiuü]?yor|[ıiuüae]?r)"
    r"(?:l[ae]r)?(?:[ıiuü]m[ıiuü]z|[ıiuü]n[ıiuü]z|s?[ıiuü]n?)?(?:y?[ıiuüae]|n[ıiuü]n|[dt][ae]n?|y?l[ae])?"
    r"(?:[dt][ıiuü]r|s[ıiuü]n[ıiuü]z)?(?:l[ae]r)?"
)


def unknown_words(source: Source, *, language: str) -> Iterator[ImportFinding]:
    """Yield words that the language's dictionary does not know.

    Only words of small letters count, since names are not in dictionaries, and only those that the other
    language's dictionary does not know either. A misspelling that is a word by itself is not found.
    """
    if language not in DICTIONARIES:
        return
    for number, line in source.lines:
        for written in _WORD.findall(tidy(line)):
            for word in parts_of(written):
                if word.islower() and not is_word(word, language):
                    yield ImportFinding(Code.WORD_UNKNOWN, number, word)


def parts_of(written: str) -> list[str]:
    """Return the word, or the parts of a hyphenated one that are long enough to be words by themselves."""
    parts = written.split("-")
    return parts if len(parts) == 1 else [part for part in parts if len(part) > 3]


def is_word(word: str, language: str) -> bool:
    if is_known(word, lang=language) or (language == "tr" and is_turkish_form(word)):
        return True
    return any(is_known(word, lang=other) for other in DICTIONARIES if other != language)


def is_turkish_form(word: str) -> bool:
    """Whether the word is a form that the list lacks: plain vowels, or a known verb with a legal ending."""
    plain = word.translate(_CIRCUMFLEXES)
    if plain != word and is_known(plain, lang="tr"):
        return True
    stems = (place for place in range(4, len(word)) if _VERB_ENDING.fullmatch(word, place))
    return any(is_known(word[:place] + ending, lang="tr") for place in stems for ending in ("mek", "mak"))
