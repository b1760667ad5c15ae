"""Word documents with the right language, header and page numbers, and the opinion form among them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from cms.demo.making.originals import AUTHOR, MADE_AT, Original, fix_times

GREEN = RGBColor(0x2F, 0x7D, 0x4F)
BLUE = RGBColor(0x1F, 0x5F, 0x8B)


def write_form(form: Original, *, target: Path) -> Path:
    """Return the DOCX of the opinion form, on landscape pages."""
    document = new_document(form)
    turn_to_landscape(document)
    document.add_heading(form["title"], level=1)
    add_note(document, form["notice"])
    add_table(document, rows=[(field["label"], field["value"]) for field in form["fields"]])
    whole, articles = form["whole"], form["articles"]
    document.add_heading(whole["heading"], level=2)
    document.add_paragraph(whole["guidance"])
    add_table(document, header=whole["header"], rows=[("\n\n\n\n",) * len(whole["header"])])
    document.add_heading(articles["heading"], level=2)
    document.add_paragraph(articles["guidance"])
    empty = [("\n",) * len(articles["header"])] * articles["rows"]
    add_table(document, header=articles["header"], rows=[articles["example"], *empty])
    document.add_paragraph(form["closing"])
    document.save(str(target))
    return fix_times(target)


def new_document(original: Original) -> WordDocument:
    """Return an empty document with the properties, the language and the header of the original."""
    document = Document()
    properties = document.core_properties
    properties.title = original["title"]
    properties.language = original["language"]
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments = original["notice"]
    properties.created = properties.modified = MADE_AT
    set_language(document, original["language"])
    style_text(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.2)
    section.header.paragraphs[0].text = original["header"]
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_number(footer)
    return document


def set_language(document: WordDocument, language: str) -> None:
    """Make this the language of every word that says nothing else; the template's own is American English."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def style_text(document: WordDocument) -> None:
    """Set type and colours of the body and of the two levels of heading."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size, colour in (("Heading 1", 18, GREEN), ("Heading 2", 13, BLUE)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), colour


def add_page_number(paragraph: Paragraph) -> None:
    """Add the number of the page, as a field that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def add_note(document: WordDocument, text: str) -> None:
    """Add a paragraph that is set apart from the text of the document."""
    run = document.add_paragraph(style="Intense Quote").add_run(text)
    run.font.size, run.font.color.rgb = Pt(10), BLUE


def turn_to_landscape(document: WordDocument) -> None:
    """Turn the pages of a document by a quarter."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def add_table(document: WordDocument, *, rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> Table:
    """Add a table; its header, if there is one, is repeated on every page."""
    texts = [header, *rows] if header else rows
    table: Table = document.add_table(rows=len(texts), cols=len(texts[0]), style="Table Grid")
    for row, row_texts in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, row_texts, strict=True):
            cell.text = text
    if header:
        mark_header(table)
    else:
        table.columns[0].width = Cm(7)
    document.add_paragraph()
    return table


def mark_header(table: Table) -> None:
    """Mark the first row as the header: bold, and known to readers of the screen."""
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        cell.paragraphs[0].runs[0].bold = True
