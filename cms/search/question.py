"""What a reader asks for: words, each with the terms that answer it. Nothing in a question is an operator."""

from __future__ import annotations

from dataclasses import dataclass

from cms.search.languages import analysis_of
from cms.search.words import folded, stemmed, terms_of, words_of
from cms.text import tidy

LONGEST_QUESTION, MOST_WORDS = 200, 12
SHORTEST_BEGINNING = 4
"""A shorter word is not taken for the beginning of another one."""


@dataclass(frozen=True)
class Wanted:
    """One word of a question: as typed, folded, and the terms that are forms of it."""

    typed: str
    forms: frozenset[str]

    @property
    def is_beginning(self) -> bool:
        """Whether it also stands for the words that begin with it."""
        return len(self.typed) >= SHORTEST_BEGINNING

    def is_answered_by(self, terms: frozenset[str]) -> bool:
        """Whether a word with these terms is one of those that are looked for."""
        if self.forms & terms:
            return True
        return self.is_beginning and any(term.startswith(self.typed) for term in terms)


@dataclass(frozen=True)
class Question:
    """A reader's question in one language. What answers it has all its words."""

    wanted: tuple[Wanted, ...]
    phrase: str
    language: str


def question(text: str, *, language: str) -> Question:
    """Return the question. Raises ValueError when it has more characters or words than anybody would type."""
    if len(text) > LONGEST_QUESTION:
        raise ValueError(f"must have at most {LONGEST_QUESTION} characters; it has {len(text)}")
    words = [word.bare for word in words_of(tidy(text))]
    if len(words) > MOST_WORDS:
        raise ValueError(f"must have at most {MOST_WORDS} words; it has {len(words)}")
    typed = [folded(word, language=language) for word in words]
    distinct = {key: wanted(word, language=language) for key, word in zip(typed, words, strict=True)}
    fillers = analysis_of(language).fillers
    telling = tuple(word for key, word in distinct.items() if key not in fillers)
    return Question(telling or tuple(distinct.values()), line_of(typed), language)


def wanted(word: str, *, language: str) -> Wanted:
    """Return the word with its forms; the stem of the folded word is for what is typed without accents."""
    typed = folded(word, language=language)
    plain = stemmed(typed, stemmer=analysis_of(language).stemmer) if typed.isalpha() else typed
    return Wanted(typed, terms_of(word, language=language) | {plain})


def line_of(words: list[str]) -> str:
    """Return folded words as they are compared as a phrase: a space around each."""
    return f" {' '.join(words)} " if words else ""
