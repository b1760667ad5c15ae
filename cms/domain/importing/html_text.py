"""Reads HTML: its headings, paragraphs and lists, and says what else was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from cms.domain.importing.findings import Code, ImportFinding, shortened
from cms.domain.importing.plain_text import numbered
from cms.domain.importing.sources import Kind, Passage, Source, words_of
from cms.text import tidy

SILENT = ["script", "style", "noscript", "template"]
LEFT_OUT = ["img", "table", "iframe", "video", "audio", "object", "svg", "form", "nav", "footer"]
INLINE = {"a", "b", "strong", "i", "em", "u", "span", "sub", "sup", "br", "abbr", "small", "cite", "mark"}
KEPT = {"p", "ul", "ol", "li", "b", "i", "a", "sub", "sup", "br"}
SCHEMES = {"http", "https", "mailto", "tel"}

_HIDDEN = re.compile(r"<!--.*?-->|<(script|style|noscript|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE - {'br'}))})\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_MARGIN = re.compile(r"(<(?:p|ul|ol|li)>) | (?=</(?:p|ul|ol|li)>)|(?<=</li>) ")


def looks_like_html(text: str) -> bool:
    """Whether the text has the tags of a document or of paragraphs."""
    return bool(
        re.search(r"<!doctype html|<html\b|</p>|</h[1-6]>|</li>|<br\s*/?>", text[:20000], re.IGNORECASE)
    )


def read_html(text: str) -> Source:
    """Return the text in passages. Its title is the first h1, or else the title of the document.

    Images, tables and the like are left out and reported, as are addresses that only work elsewhere.
    """
    soup = BeautifulSoup(text, "html.parser")
    title = taken_title(soup)
    for tag in soup.find_all([*SILENT, "head"]):
        tag.decompose()
    left_out = tuple(take_out(soup))
    unlinked = tuple(take_links_out(soup))
    make_tidy(soup)
    return Source(title, tuple(passages_in(soup)), lines_of(text), (*left_out, *unlinked))


def taken_title(soup: BeautifulSoup) -> str:
    heading = soup.find("h1")
    if isinstance(heading, Tag):
        title = words_of(heading.get_text())
        heading.decompose()
        return title
    return words_of(soup.title.get_text()) if soup.title else ""


def take_out(soup: BeautifulSoup) -> Iterator[ImportFinding]:
    for tag in soup.find_all(LEFT_OUT):
        if tag.decomposed:
            continue
        what = words_of(str(tag.get("alt") or tag.get_text(" ")))
        yield ImportFinding(Code.CONTENT_LEFT_OUT, line_of(tag), shortened(f"{tag.name} {what}".strip()))
        tag.decompose()


def take_links_out(soup: BeautifulSoup) -> Iterator[ImportFinding]:
    for tag in soup.find_all("a"):
        address = str(tag.get("href", "")).strip()
        if address.partition(":")[0].lower() in SCHEMES:
            continue
        if address and not address.startswith("#"):
            yield ImportFinding(Code.LINK_LEFT_OUT, line_of(tag), shortened(address))
        tag.unwrap()


def make_tidy(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(["strong", "em"]):
        tag.name = {"strong": "b", "em": "i"}[tag.name]
    for text in soup.find_all(string=True):
        is_shown = not isinstance(text, PreformattedString)  # as comments and the document type are
        text.replace_with(NavigableString(re.sub(r"\s+", " ", tidy(text)) if is_shown else ""))


def passages_in(container: Tag) -> Iterator[Passage]:
    run: list[PageElement] = []
    for node in list(container.children):
        if not isinstance(node, Tag) or node.name in INLINE:
            run.append(node)
            continue
        yield from paragraph_of(run, container)
        run = []
        yield from block_in(node)
    yield from paragraph_of(run, container)


def block_in(tag: Tag) -> Iterator[Passage]:
    if re.fullmatch(r"h[1-6]", tag.name):
        text = words_of(tag.get_text())
        level = min(max(int(tag.name[1]), 2), 3)
        yield from (Passage(Kind.HEADING, line_of(tag), text, level=level),) if text else ()
    elif tag.name in {"ul", "ol"}:
        yield from passage_of(tag, Kind.LIST, line_of(tag))
    elif tag.name == "p":
        yield from passage_of(tag, Kind.PARAGRAPH, line_of(tag))
    else:
        yield from passages_in(tag)


def paragraph_of(run: list[PageElement], container: Tag) -> Iterator[Passage]:
    """Yield the words that stand in no paragraph of their own as one."""
    line = next((line_of(node) for node in run if isinstance(node, Tag)), line_of(container))
    paragraph = Tag(name="p")
    for node in run:
        paragraph.append(node.extract())
    yield from passage_of(paragraph, Kind.PARAGRAPH, line)


def passage_of(tag: Tag, kind: Kind, line: int) -> Iterator[Passage]:
    html = nh3.clean(str(tag), tags=KEPT, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None)
    html = _MARGIN.sub(r"\1", re.sub(r"\s+", " ", html))
    entries = tag.find_all("li") if kind is Kind.LIST else [tag]
    text = "\n".join(words_of(entry.get_text()) for entry in entries)
    if text.strip():
        yield Passage(kind, line, text, html, has_links="<a href" in html)


def line_of(tag: Tag) -> int:
    return tag.sourceline or 1


def lines_of(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of each line of the file, without tags and with their characters as they were."""
    shown = _HIDDEN.sub(line_ends, re.sub(r"\r\n?", "\n", text))
    shown = _TAG.sub(lambda tag: " " + line_ends(tag), _INLINE_TAG.sub(line_ends, shown))
    # What is one space to a reader of HTML may be any number of them.
    return tuple(
        (number, unescape(re.sub(r"[ \t]+", " ", line).strip(" "))) for number, line in numbered(shown)
    )


def line_ends(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")
