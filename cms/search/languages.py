"""What the search has to know of a language. A further language is one more entry here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cms.text.languages import primary_subtag


@dataclass(frozen=True)
class Analysis:
    """Names of a language's word list (simplemma) and stemmer (Snowball); empty where there is none.

    `fillers` are words that a question does not insist on, folded.
    """

    lemmas: str = ""
    stemmer: str = ""
    fillers: frozenset[str] = frozenset()


TURKISH_FILLERS = "ve veya ile icin bir bu da de mi mu ne nedir nasil hangi olan gibi"
ENGLISH_FILLERS = (
    "a an and are at by did do does for from how in is it of on or the to was were what which with"
)

ANALYSES: Mapping[str, Analysis] = {
    "tr": Analysis(lemmas="tr", stemmer="turkish", fillers=frozenset(TURKISH_FILLERS.split())),
    "en": Analysis(lemmas="en", stemmer="english", fillers=frozenset(ENGLISH_FILLERS.split())),
}


def analysis_of(language: str) -> Analysis:
    """Return what is known of the language; words of others are compared by their folded beginnings."""
    return ANALYSES.get(primary_subtag(language), Analysis())
