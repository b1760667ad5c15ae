"""From a text to the terms that it is found by: each word, its lemma and the lemma's stem, folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from simplemma import lemmatize

from cms.search.languages import analysis_of
from cms.text import fold, lower
from cms.text.characters import APOSTROPHES

LONGEST_TERM = 64
"""What is longer is compared by its beginning."""

SHORTEST_STEM = 4
"""What is shorter stands for too many words: Snowball makes `kur` of `kurum` and `te` of `temiz`."""

FARTHEST_LEMMA = 4
"""A word this many times longer than its lemma is a word by itself: `sürdürülebilir` is not `sürmek`."""

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")


@dataclass(frozen=True)
class Word:
    """A word of a text: its place, with the ending that an apostrophe parts off, and itself without it."""

    bare: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """Yield the words in their order. An ending after an apostrophe is no part of the word: `UNIDO’nun`.

    After a single letter what follows is a word by itself: `O’Neill`, `d’accord`.
    """
    for match in _WORD.finditer(text):
        first, *rest = _APOSTROPHE.split(match.group())
        if rest and len(first) == 1 and first.isalpha():
            yield Word(first, match.start(), match.start() + 1)
            yield Word(rest[0], match.start() + 2, match.end())
        else:
            yield Word(first, match.start(), match.end())


@lru_cache(maxsize=50_000)
def folded(word: str, *, language: str) -> str:
    """Return the word as it is compared; at most LONGEST_TERM characters."""
    return fold(word, language=language)[:LONGEST_TERM]


@lru_cache(maxsize=50_000)
def terms_of(word: str, *, language: str) -> frozenset[str]:
    """Return every term that the word is found by."""
    analysis = analysis_of(language)
    # A word list or a stemmer has nothing to say of codes, and of words that nobody would write.
    if not analysis.lemmas or not word.isalpha() or len(word) > LONGEST_TERM:
        return frozenset({folded(word, language=language)})
    # The whole word list in memory would cost each process 110 MB; here one word costs 1 ms at most.
    lemma = lemmatize(lower(word, language=language), lang=analysis.lemmas, low_memory=True)
    if len(lemma) * FARTHEST_LEMMA < len(word):
        lemma = word
    forms = (word, lemma, stemmed(lemma, stemmer=analysis.stemmer))
    return frozenset(folded(form, language=language) for form in forms)


def stemmed(word: str, *, stemmer: str) -> str:
    """Return what Snowball leaves of the word, or the word when too little would be left."""
    if not stemmer:
        return word
    # A stemmer holds the word it works on, so that threads must not share one; making it costs nothing.
    stem = str(snowballstemmer.stemmer(stemmer).stemWord(word))
    return stem if len(stem) >= SHORTEST_STEM else word
