"""Lines of a draft become provisions. What is not recognised becomes a paragraph: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .marks import Mark, looks_like_heading, mark_of
from .normal_text import normal_text
from .vocabulary import Kind

LEVELS = {
    Kind.PREAMBLE: 0,
    Kind.PART: 0,
    Kind.ANNEX: 0,
    Kind.SECTION: 1,
    Kind.ARTICLE: 2,
    Kind.PARAGRAPH: 3,
    Kind.TABLE: 3,
    Kind.CLAUSE: 4,
    Kind.SUBCLAUSE: 5,
}
"""A provision is part of the nearest before it that has a smaller level."""

HAVE_HEADINGS = (Kind.PART, Kind.SECTION, Kind.ARTICLE, Kind.ANNEX)


@dataclass(frozen=True)
class Line:
    """A paragraph of a source, as plain text and as HTML; or a whole table."""

    text: str
    html: str = ""
    is_table: bool = False


@dataclass
class Found:
    """A provision as found. `parent` is the place of another in the same list; None at the top."""

    kind: Kind
    parent: int | None
    printed_number: str = ""
    heading: str = ""
    text: str = ""
    html: str = ""
    is_recognised: bool = True


@dataclass
class _Reading:
    """What has been read so far."""

    found: list[Found] = field(default_factory=list)
    open: list[int] = field(default_factory=list)

    def begin(self, found: Found) -> Found:
        """Add a provision under the nearest open one that may hold it."""
        level = LEVELS[found.kind]
        while self.open and LEVELS[self.found[self.open[-1]].kind] >= level:
            self.open.pop()
        found.parent = self.open[-1] if self.open else None
        self.found.append(found)
        self.open.append(len(self.found) - 1)
        return found

    @property
    def innermost(self) -> Found | None:
        return self.found[self.open[-1]] if self.open else None

    def innermost_of(self, kind: Kind) -> Found | None:
        found = (self.found[place] for place in reversed(self.open))
        return next((each for each in found if each.kind is kind), None)


def recognise(lines: Iterable[Line]) -> tuple[Found, ...]:
    """Return the provisions in reading order. Every word of every line is in one of them."""
    kept = [Line(normal_text(line.text), line.html, line.is_table) for line in lines]
    kept = [line for line in kept if line.text]
    reading = _Reading()
    pending = ""
    for place, line in enumerate(kept):
        mark = None if line.is_table else mark_of(line.text)
        if mark is not None:
            pending = _begin_marked(reading, mark, line, pending)
        elif line.is_table:
            reading.begin(Found(Kind.TABLE, None, text=line.text, html=line.html))
        elif _is_heading_of_next(kept, place) and not pending:
            pending = line.text
        elif not _took_heading(reading, line, kept, place):
            _begin_unmarked(reading, line)
    return tuple(reading.found)


def _begin_marked(reading: _Reading, mark: Mark, line: Line, heading: str) -> str:
    """Begin what the mark says, and what else begins on the same line. Returns the heading left over."""
    kind = _kind_here(reading, mark)
    found = reading.begin(Found(kind, None, mark.printed_number, heading))
    inner = mark_of(mark.rest) if kind is Kind.ARTICLE else None
    if inner is not None and inner.kind in (Kind.PARAGRAPH, Kind.CLAUSE):
        _begin_marked(reading, inner, line, "")
    elif kind in HAVE_HEADINGS and not heading and mark.rest and looks_like_heading(mark.rest):
        found.heading = mark.rest
    else:
        found.text = mark.rest
        found.html = line.html if mark.rest == line.text else ""
    return ""


def _kind_here(reading: _Reading, mark: Mark) -> Kind:
    """Return the kind that a mark stands for at this place."""
    letter = mark.printed_number.strip("()")
    clause = next(
        (reading.found[p] for p in reversed(reading.open) if reading.found[p].kind is Kind.CLAUSE), None
    )
    if mark.kind is Kind.SUBCLAUSE and clause is None:
        return Kind.CLAUSE
    if mark.kind is Kind.CLAUSE and clause is not None and letter == "i":
        # (i) after (h) or (ı) goes on with the alphabet; after another letter it begins Roman numbers.
        return Kind.CLAUSE if clause.printed_number.strip("()") in ("h", "ı") else Kind.SUBCLAUSE
    return mark.kind


def _is_heading_of_next(lines: Sequence[Line], place: int) -> bool:
    """Whether the line stands right before an article, as headings do in Turkish drafts."""
    if place + 1 >= len(lines) or lines[place + 1].is_table or not looks_like_heading(lines[place].text):
        return False
    following = mark_of(lines[place + 1].text)
    if following is None or following.kind is not Kind.ARTICLE:
        return False
    return not looks_like_heading(following.rest) or bool(mark_of(following.rest))


def _took_heading(reading: _Reading, line: Line, lines: Sequence[Line], place: int) -> bool:
    """Whether the line became the heading of what has just begun."""
    innermost = reading.innermost
    if innermost is None or innermost.kind not in HAVE_HEADINGS or not looks_like_heading(line.text):
        return False
    if innermost.heading or innermost.text or lines[place - 1].text != innermost.printed_number:
        return False
    innermost.heading = line.text
    return True


def _begin_unmarked(reading: _Reading, line: Line) -> None:
    """Keep a line without a mark as a paragraph of what is open; before anything else, of a preamble."""
    if not reading.found:
        is_title = looks_like_heading(line.text)
        reading.begin(Found(Kind.PREAMBLE, None, heading=line.text if is_title else "", is_recognised=False))
        if is_title:
            return
    reading.begin(Found(Kind.PARAGRAPH, None, text=line.text, html=line.html, is_recognised=False))
