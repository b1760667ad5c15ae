"""Reads plain text: paragraphs between empty lines, headings and lists as people mark them in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TypeAlias

from cms.domain.importing.sources import Kind, Passage, Source, words_of

Lines: TypeAlias = tuple[tuple[int, str], ...]

_ADDRESS = re.compile(r"https?://[^\s<>()“”\"]*[^\s<>()“”\".,;:!?]")
_HEADING = re.compile(r"(#{1,6})\s+(?P<text>.+)")
_BULLET = re.compile(r"\s*[-–*•]\s+(?P<text>.+)")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+(?P<text>.+)")
MARKERS = {_BULLET: "ul", _NUMBER: "ol"}


def read_plain_text(text: str) -> Source:
    """Return the text in passages. Its title is a first line that is no sentence, and empty without one.

    Where no line is empty and the lines are long or end as sentences do, every line is a paragraph. A line
    with # before it is a heading; lines that begin with a dash, a star, a bullet or a number are a list.
    """
    lines = numbered(text)
    groups = list(groups_of(lines))
    title = title_of(groups[0]) if groups else ""
    return Source(title, tuple(passage_of(group) for group in groups[bool(title) :]), lines)


def numbered(text: str) -> Lines:
    return tuple(enumerate(re.sub(r"\r\n?", "\n", text).split("\n"), start=1))


def groups_of(lines: Lines) -> Iterator[Lines]:
    filled = tuple((number, line) for number, line in lines if line.strip())
    is_line_by_line = is_paragraph_a_line(filled)
    group: list[tuple[int, str]] = []
    for number, line in filled:
        if group and (is_line_by_line or number - 1 != group[-1][0] or is_border(group[-1][1], line)):
            yield tuple(group)
            group = []
        group.append((number, line))
    if group:
        yield tuple(group)


def is_paragraph_a_line(filled: Lines) -> bool:
    if (
        not filled
        or filled[-1][0] - filled[0][0] != len(filled) - 1
        or any(marker_of(line) for _, line in filled)
    ):
        return False
    ended = sum(line.rstrip().endswith((".", "!", "?", ":")) for _number, line in filled)
    return ended * 2 > len(filled) or any(len(line) > 120 for _number, line in filled)


def is_border(before: str, line: str) -> bool:
    """Whether a new passage begins with the line: a heading, a list, or the end of one."""
    if _HEADING.match(before) or _HEADING.match(line):
        return True
    is_continued = marker_of(line) is None and line[0].isspace()
    return not is_continued and marker_of(before) is not marker_of(line)


def marker_of(line: str) -> re.Pattern[str] | None:
    return next((marker for marker in MARKERS if marker.match(line)), None)


def title_of(group: Lines) -> str:
    heading = _HEADING.match(group[0][1])
    text = words_of(heading["text"] if heading else group[0][1])
    is_title = len(group) == 1 and len(text) <= 120 and not text.endswith((".", "!", ":", ";", ",", "("))
    return text if is_title and not marker_of(group[0][1]) else ""


def passage_of(group: Lines) -> Passage:
    number, first = group[0]
    if heading := _HEADING.match(first):
        level = min(max(len(heading[1]), 2), 3)
        return Passage(Kind.HEADING, number, words_of(heading["text"]), level=level)
    if marker := marker_of(first):
        return listed(number, [words_of(entry) for entry in entries_of(group, marker)], MARKERS[marker])
    text = words_of(" ".join(line for _number, line in group))
    return Passage(Kind.PARAGRAPH, number, text, f"<p>{linked(text)}</p>", has_links=has_address(text))


def entries_of(group: Lines, marker: re.Pattern[str]) -> list[str]:
    entries: list[str] = []
    for _number, line in group:
        begun = marker.match(line)
        if begun:
            entries.append(begun["text"])
        else:
            entries[-1] = f"{entries[-1]} {line}"
    return entries


def listed(number: int, entries: list[str], tag: str) -> Passage:
    items = "".join(f"<li>{linked(entry)}</li>" for entry in entries)
    text = "\n".join(entries)
    return Passage(Kind.LIST, number, text, f"<{tag}>{items}</{tag}>", has_links=has_address(text))


def has_address(text: str) -> bool:
    return bool(_ADDRESS.search(text))


def linked(text: str) -> str:
    """Return the text as HTML with its addresses as links."""
    pieces, end = [], 0
    for address in _ADDRESS.finditer(text):
        pieces.append(escape(text[end : address.start()], quote=False))
        pieces.append(f'<a href="{escape(address.group())}">{escape(address.group(), quote=False)}</a>')
        end = address.end()
    return "".join((*pieces, escape(text[end:], quote=False)))
