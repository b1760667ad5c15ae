"""Shows where a text answers a question: its pieces with the matching words marked, as data and as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape

from cms.search.question import Question
from cms.search.words import Word, folded, terms_of, words_of

MOST_FRAGMENTS = 3
AROUND = 70
"""Characters shown before and after a match, rounded to whole words."""

ELLIPSIS = "…"


@dataclass(frozen=True)
class Part:
    """A piece of text, and whether it is a word that was looked for."""

    text: str
    is_match: bool


@dataclass(frozen=True)
class Fragment:
    """A piece of a longer text."""

    parts: tuple[Part, ...]

    @property
    def html(self) -> str:
        """The fragment as HTML in which nothing but `mark` is an element."""
        return "".join(
            f"<mark>{escape(part.text)}</mark>" if part.is_match else escape(part.text) for part in self.parts
        )


def marked(text: str, question: Question) -> Fragment:
    """Return the whole text with its matches marked."""
    return Fragment(tuple(parts(text, 0, len(text), matches(text, question))))


def fragments(text: str, question: Question) -> tuple[Fragment, ...]:
    """Return the places of a text that answer the question, or how the text begins where none does."""
    found = matches(text, question)
    spans = list(windows(text, found))[:MOST_FRAGMENTS] if found else beginning(text)
    return tuple(shown(text, span, found) for span in spans)


def matches(text: str, question: Question) -> list[Word]:
    return [word for word in words_of(text) if is_match(word.bare, question)]


def is_match(word: str, question: Question) -> bool:
    language = question.language
    first = folded(word, language=language)[:1]
    # Lemmas are dear: only a word that begins like one of the forms is looked at.
    return any(
        any(form.startswith(first) for form in wanted.forms)
        and wanted.is_answered_by(terms_of(word, language=language))
        for wanted in question.wanted
    )


def windows(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the stretches around the matches; those that would touch are one, up to a sensible length."""
    start, end = around(text, found[0])
    for word in found[1:]:
        next_start, next_end = around(text, word)
        if next_start <= end and next_end - start <= 4 * AROUND:
            end = next_end
        elif word.start >= end:
            yield start, end
            start, end = max(next_start, end), next_end
    yield start, end


def around(text: str, word: Word) -> tuple[int, int]:
    """Return the stretch around a word, within its line and without cut words."""
    line_start = text.rfind("\n", 0, word.start) + 1
    line_end = text.find("\n", word.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = max(line_start, word.start - AROUND), min(line_end, word.end + AROUND)
    if start > line_start:
        start = min(text.find(" ", start) + 1 or word.start, word.start)
    if end < line_end:
        end = max(text.rfind(" ", 0, end), word.end)
    return start, end


def beginning(text: str) -> list[tuple[int, int]]:
    line = text.split("\n", 1)[0]
    if not line:
        return []
    return [around(text, Word("", 0, min(len(line), AROUND)))]


def shown(text: str, span: tuple[int, int], found: Sequence[Word]) -> Fragment:
    start, end = span
    before = [] if is_edge(text, start - 1) else [Part(ELLIPSIS, is_match=False)]
    after = [] if is_edge(text, end) else [Part(ELLIPSIS, is_match=False)]
    return Fragment((*before, *parts(text, start, end, found), *after))


def is_edge(text: str, place: int) -> bool:
    """Whether a line of the text begins or ends here."""
    return not 0 <= place < len(text) or text[place] == "\n"


def parts(text: str, start: int, end: int, found: Sequence[Word]) -> Iterator[Part]:
    """Yield the stretch in pieces that are wholly a match or wholly not."""
    place = start
    for word in found:
        if start <= word.start and word.end <= end:
            if place < word.start:
                yield Part(text[place : word.start], is_match=False)
            yield Part(text[word.start : word.end], is_match=True)
            place = word.end
    if place < end:
        yield Part(text[place:end], is_match=False)
