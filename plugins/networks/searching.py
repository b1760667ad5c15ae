"""What a search compares: names and questions as folded words. Pure; touches no model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cms.api import fold
from plugins.networks.naming import Name
from plugins.networks.vocabulary import NameKind

LONGEST_QUESTION, MOST_WORDS = 100, 8
ACRONYMS = (NameKind.ACRONYM, NameKind.SHORT)

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Question:
    """A reader's search, folded."""

    words: tuple[str, ...]

    @property
    def line(self) -> str:
        return line_of(self.words)

    @property
    def start(self) -> str:
        """How a line begins that begins with these words, the last of them perhaps unfinished."""
        return f"\n {' '.join(self.words)}"


def question(text: str, *, language: str) -> Question:
    """Return the folded search. Raises ValueError when it is longer than any name would ask for."""
    if len(text) > LONGEST_QUESTION:
        raise ValueError(f"must have at most {LONGEST_QUESTION} characters; it has {len(text)}")
    words = words_of(text, language=language)
    if len(words) > MOST_WORDS:
        raise ValueError(f"must have at most {MOST_WORDS} words; it has {len(words)}")
    return Question(words)


def searchable(names: Iterable[Name]) -> str:
    """Return all names as lines of folded words: ` ` before every word, a line break around every name.

    So ` word` finds the beginning of a word, and `Question.line` a whole name.
    """
    lines = {line_of(words_of(name.text, language=name.language)) for name in names}
    return "".join(sorted(lines)).replace("\n\n", "\n")


def searchable_acronyms(names: Iterable[Name]) -> str:
    """Return the short forms alone: who types one wants that body first."""
    return searchable(name for name in names if name.kind in ACRONYMS)


def words_of(text: str, *, language: str) -> tuple[str, ...]:
    """Return the folded words; an apostrophe parts nothing (Centre’s, UNIDO’nun)."""
    folded = fold(text, language=language).replace("'", "")
    return tuple(word for word in _BETWEEN_WORDS.split(folded) if word)


def line_of(words: Iterable[str]) -> str:
    return f"\n {' '.join(words)} \n"
