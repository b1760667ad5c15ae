"""The draft protocol in its two formats, DOCX and PDF, from one original, so that they cannot differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from cms.demo.making.originals import SOURCES, Original, fix_times
from cms.demo.making.printing import print_page
from cms.demo.making.word import add_note, new_document

# Clauses follow the Turkish alphabet: c, ç, d and g, ğ, h, ı, i.
TURKISH_LETTERS = "abcçdefgğhıijklmnoöprsştuüvyz"


@dataclass(frozen=True)
class Line:
    """One printed line of an article: its number is `MADDE 4 – (1)`, `(2)` or `ç)`, or empty."""

    number: str
    text: str
    is_clause: bool = False


def article_lines(number: int, article: Original) -> Iterator[Line]:
    """Yield the lines of one article, numbered as in Turkish legal texts."""
    for position, paragraph in enumerate(article["paragraphs"], start=1):
        opening = f"MADDE {number} – ({position})" if position == 1 else f"({position})"
        yield Line(opening, paragraph["text"])
        clauses = paragraph.get("clauses", [])
        for letter, clause in zip(TURKISH_LETTERS, clauses, strict=False):
            yield Line(f"{letter})", clause, is_clause=True)
        if "closing" in paragraph:
            yield Line("", paragraph["closing"])


def write_protocol(protocol: Original, *, target: Path) -> Path:
    """Return the DOCX: the title is heading 1, each article has its subject as heading 2."""
    document = new_document(protocol)
    document.add_heading(protocol["title"], level=1)
    document.add_paragraph(protocol["subtitle"]).alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_note(document, protocol["notice"])
    document.add_paragraph(protocol["preamble"])
    for number, article in enumerate(protocol["articles"], start=1):
        document.add_heading(article["heading"], level=2)
        for line in article_lines(number, article):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{line.number} ".lstrip()).bold = not line.is_clause
            paragraph.add_run(line.text)
            paragraph.paragraph_format.left_indent = Cm(0.8) if line.is_clause else None
    signatures = document.add_table(rows=1, cols=len(protocol["signatures"]))
    for cell, name in zip(signatures.rows[0].cells, protocol["signatures"], strict=True):
        cell.text = f"\n\n{name}"
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(target))
    return fix_times(target)


def print_protocol(protocol: Original, *, target: Path, chromium: str) -> Path:
    """Return the PDF of the protocol."""
    page = SOURCES / ".protocol.html"
    page.write_text(protocol_html(protocol), encoding="utf-8")
    try:
        return print_page(page, target=target, chromium=chromium)
    finally:
        page.unlink()


def protocol_html(protocol: Original) -> str:
    """Return the protocol as one page of HTML."""
    title = escape(protocol["title"])
    parts = [f'<h1>{title}</h1><p class="subtitle">{escape(protocol["subtitle"])}</p>']
    parts.append(f'<p class="notice">{escape(protocol["notice"])}</p><p>{escape(protocol["preamble"])}</p>')
    for number, article in enumerate(protocol["articles"], start=1):
        parts.append(f"<h2>{escape(article['heading'])}</h2>")
        for line in article_lines(number, article):
            opening = escape(line.number) if line.is_clause else f"<b>{escape(line.number)}</b>"
            kind = "clause" if line.is_clause else "paragraph" if line.number else "closing"
            parts.append(f'<p class="{kind}">{opening} {escape(line.text)}</p>')
    cells = "".join(f"<td>{escape(name)}</td>" for name in protocol["signatures"])
    parts.append(f'<table class="signatures" role="presentation"><tr>{cells}</tr></table>')
    footer = f"content: '{protocol['header']} – ' counter(page); font: 8pt sans-serif"
    return (
        f'<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>{title} – Taslak</title>'
        '<link rel="stylesheet" href="print.css"><link rel="stylesheet" href="sheet.css">'
        f"<style>@page {{ @bottom-center {{ {footer} }} }}</style></head>"
        f'<body class="protocol">{"".join(parts)}</body></html>'
    )
