"""The first slide deck as a PPTX: text in placeholders, so that outline and screen readers find it."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches, Length, Pt

from cms.demo.making.originals import AUTHOR, DEMO, MADE_AT, Original, fix_times

GREEN = RGBColor.from_string("2F7D4F")  # type: ignore[no-untyped-call] # -- python-pptx leaves it unannotated
WHITE = RGBColor.from_string("FFFFFF")  # type: ignore[no-untyped-call] # -- python-pptx leaves it unannotated
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
TITLE_LAYOUT, CONTENT_LAYOUT, TITLE_ONLY_LAYOUT = 0, 1, 5


def write_deck(original: Original, *, target: Path) -> Path:
    """Return the PPTX: a title slide, then the slides of the original with their notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    describe(deck, original)
    arrange(deck)
    opening = deck.slides.add_slide(deck.slide_layouts[TITLE_LAYOUT])
    opening.shapes.title.text = original["title"]
    opening.placeholders[1].text = f"{original['subtitle']}\n{original['notice']}"
    paint(opening)
    for slide in original["slides"]:
        add_slide(deck, slide)
    for slide in deck.slides:
        set_language(slide, original["language"])
    deck.save(str(target))
    return fix_times(target)


def describe(deck: Deck, original: Original) -> None:
    """Set the properties that readers and search engines look at."""
    properties = deck.core_properties
    properties.title = original["title"]
    properties.subject = original["subtitle"]
    properties.comments = original["notice"]
    properties.language = original["language"]
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = MADE_AT


def arrange(deck: Deck) -> None:
    """Fit the layouts of the template, made for 4:3, to the wide slides."""
    place(deck.slide_layouts[TITLE_LAYOUT], 0, top=Inches(2), height=Inches(1.8))
    place(deck.slide_layouts[TITLE_LAYOUT], 1, top=Inches(4), height=Inches(1.8))
    for layout in (deck.slide_layouts[CONTENT_LAYOUT], deck.slide_layouts[TITLE_ONLY_LAYOUT]):
        place(layout, 0, top=Inches(0.4), height=Inches(1.1))
    place(deck.slide_layouts[CONTENT_LAYOUT], 1, top=Inches(1.8), height=Inches(5))


def place(layout: SlideLayout, position: int, *, top: Length, height: Length) -> None:
    """Set the position of one placeholder of a layout, between equal margins."""
    shape = layout.placeholders[position]
    shape.left, shape.width = Inches(0.8), Inches(11.733)
    shape.top, shape.height = top, height


def paint(slide: Slide) -> None:
    """Give the title slide a green ground and white letters."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = GREEN
    for shape in slide.placeholders:
        for position, paragraph in enumerate(shape.text_frame.paragraphs):
            paragraph.font.color.rgb = WHITE
            paragraph.font.size = Pt(20 if position else 28)


def add_slide(deck: Deck, original: Original) -> None:
    """Add one slide: bullets, bullets beside an image, or a table."""
    layout = TITLE_ONLY_LAYOUT if "table" in original else CONTENT_LAYOUT
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = original["title"]
    slide.shapes.title.text_frame.paragraphs[0].font.color.rgb = GREEN
    slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(32)
    if "table" in original:
        add_table(slide, original["table"])
    else:
        add_bullets(slide, original["bullets"])
    if "image" in original:
        add_image(slide, original["image"])
    slide.notes_slide.notes_text_frame.text = original["notes"]


def add_bullets(slide: Slide, bullets: list[str]) -> None:
    """Fill the body of a slide."""
    frame = slide.placeholders[1].text_frame
    frame.text = "\n".join(bullets)
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.space_after = Pt(24), Pt(10)


def add_table(slide: Slide, rows: list[list[str]]) -> None:
    """Add a table whose first row is marked as the header."""
    frame = slide.shapes.add_table(
        len(rows), len(rows[0]), Inches(0.8), Inches(1.9), Inches(11.733), Inches(3.2)
    )
    for row, texts in zip(frame.table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def add_image(slide: Slide, image: Original) -> None:
    """Put an image with its alternative text on the right, and the bullets on the left."""
    body = slide.placeholders[1]
    body.left, body.top, body.width, body.height = Inches(0.8), Inches(1.8), Inches(5.6), Inches(5)
    picture = slide.shapes.add_picture(str(DEMO / image["file"]), Inches(6.8), Inches(2), width=Inches(5.7))
    properties = next(picture.element.iter(qn("p:cNvPr")))
    properties.set("descr", image["alt"])


def set_language(slide: Slide, language: str) -> None:
    """Mark the language of every run of text, in the slide and in its notes."""
    parts = [slide.element, slide.notes_slide.element] if slide.has_notes_slide else [slide.element]
    for part in parts:
        for run in part.iter(qn("a:r")):
            run.get_or_add_rPr().set("lang", language)
