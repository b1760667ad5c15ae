"""Lines of a draft out of typed text, HTML or DOCX. What could be a bomb is refused before it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from .normal_text import normal_text
from .recognising import Line

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_TEXT = 2 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 2_000
MOST_LINES = 5_000

BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "div",
    "section",
    "article",
    "blockquote",
    "pre",
    "dt",
    "dd",
)
UNREAD = ("script", "style", "template", "head", "noscript")


class SourceRefused(ValueError):
    """The source cannot be read. `code` is stable; the caller has words for it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def lines_of_text(text: str) -> list[Line]:
    """Return the lines of typed or pasted text. Raises SourceRefused."""
    if len(text) > LARGEST_TEXT:
        raise SourceRefused("too_large")
    return limited(Line(line) for line in text.splitlines())


def lines_of_html(html: str) -> list[Line]:
    """Return the paragraphs, list items and tables of HTML. Raises SourceRefused."""
    if len(html) > LARGEST_TEXT:
        raise SourceRefused("too_large")
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(UNREAD):
        tag.decompose()
    try:
        return limited(_lines_of(soup))
    except RecursionError:
        raise SourceRefused("too_deep") from None


def _lines_of(tag: Tag) -> Iterator[Line]:
    """Yield a line for each block, and one for each run of text that stands between blocks."""
    run: list[PageElement] = []
    for child in tag.children:
        if isinstance(child, Tag) and (
            child.name in (*BLOCKS, "table", "br") or child.find([*BLOCKS, "table"])
        ):
            yield from _run(run)
            run = []
            if child.name == "table":
                yield Line(normal_text(child.get_text(" ")), str(child), is_table=True)
            else:
                yield from _lines_of(child)
        elif isinstance(child, Tag) or type(child) is NavigableString:
            run.append(child)
    yield from _run(run)


def _run(run: list[PageElement]) -> Iterator[Line]:
    text = "".join(part.get_text() for part in run if isinstance(part, Tag | NavigableString))
    if text.strip():
        yield Line(text, "<p>" + "".join(str(part) for part in run) + "</p>")


def lines_of_docx(file: bytes) -> list[Line]:
    """Return the paragraphs and tables of a Word document, in their order. Raises SourceRefused."""
    from docx import Document  # noqa: PLC0415 -- slow import
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 -- slow import
    from docx.table import Table  # noqa: PLC0415 -- slow import
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 -- slow import

    check_package(file)
    try:
        document = Document(BytesIO(file))
        blocks = document.iter_inner_content()
        return limited(
            _table_line(each) if isinstance(each, Table) else _text_line(each.text) for each in blocks
        )
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        if isinstance(error, SourceRefused):
            raise
        raise SourceRefused("not_docx") from None


def check_package(file: bytes) -> None:
    """Refuse a file that is too large, no package, or unpacks to far more; or whose XML declares entities.

    The sizes that a package declares are not believed: its parts are unpacked, in pieces, up to the limit.
    """
    if len(file) > LARGEST_FILE:
        raise SourceRefused("too_large")
    try:
        with ZipFile(BytesIO(file)) as package:
            names = package.namelist()
            if len(names) > MOST_PARTS:
                raise SourceRefused("bomb")
            _unpack_carefully(package, names)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise SourceRefused("not_docx") from None
    if "word/document.xml" not in names:
        raise SourceRefused("not_docx")


def _unpack_carefully(package: ZipFile, names: Iterable[str]) -> None:
    left = LARGEST_UNPACKED
    for name in names:
        is_xml = name.endswith((".xml", ".rels"))
        with package.open(name) as part:
            tail = b""
            while piece := part.read(64 * 1024):
                left -= len(piece)
                if left < 0:
                    raise SourceRefused("bomb")
                # A declaration of entities, also one that two pieces share, or in UTF-16.
                if is_xml and b"<!DOCTYPE" in (tail + piece).replace(b"\0", b"").upper():
                    raise SourceRefused("bomb")
                tail = piece[-32:]


def _text_line(text: str) -> Line:
    return Line(text)


def _table_line(table: object) -> Line:
    rows = [[normal_text(cell.text) for cell in row.cells] for row in table.rows]  # type: ignore[attr-defined]
    html = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    text = " ".join(cell for row in rows for cell in row if cell)
    return Line(text, f"<table><tbody>{html}</tbody></table>", is_table=True)


def limited(lines: Iterable[Line]) -> list[Line]:
    """Return the lines. Raises SourceRefused where there are more than a draft can have."""
    kept: list[Line] = []
    for line in lines:
        kept.append(line)
        if len(kept) > MOST_LINES:
            raise SourceRefused("too_long")
    return kept
