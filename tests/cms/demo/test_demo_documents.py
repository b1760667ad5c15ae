"""The files of the demonstration are there, are small, open, and hold right Turkish."""

import pytest
from demo_content import DEMO, DOCUMENTS, IMAGES
from docx import Document
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

FILES = {document["key"]: DEMO / document["file"] for document in DOCUMENTS}
LANGUAGES = {document["key"]: document["language"] for document in DOCUMENTS}
PDFS = [key for key, path in FILES.items() if path.suffix == ".pdf"]
CLAUSES = ("a", "b", "c", "ç", "d", "e", "f", "g", "ğ", "h", "ı", "i")


@pytest.mark.parametrize("key", FILES)
def test_document_is_a_small_file(key):
    assert 10_000 < FILES[key].stat().st_size < 150_000


def test_files_are_small_together():
    files = [path for path in (DEMO / "files").rglob("*") if path.is_file()]

    assert sum(path.stat().st_size for path in files) < 700_000


def test_every_file_belongs_to_a_document_or_an_image():
    listed = {DEMO / record["file"] for record in [*DOCUMENTS, *IMAGES]}

    assert {path for path in (DEMO / "files").rglob("*") if path.is_file()} == listed


@pytest.mark.parametrize("image", IMAGES, ids=lambda image: image["key"])
def test_image_is_wide_and_small(image):
    path = DEMO / image["file"]

    assert Image.open(path).size == (1200, 675)
    assert path.stat().st_size < 80_000


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "slides_1",
            ["Ulusal Eko-verimlilik (Temiz Üretim) Merkezleri", "Güney Afrika", "yaygınlaştı", "Çizgilerle"],
        ),
        ("slides_2", ["Altı çalışma alanı", "Haziran 2008", "iş birliği ağları"]),
        (
            "draft_protocol",
            ["MADDE 1 – (1)", "MADDE 12 – (1)", "Gösterim metnidir", "ğ) Finansman", "ı) Sektör"],
        ),
        (
            "draft_protocol_pdf",
            ["MADDE 1 – (1)", "MADDE 12 – (1)", "Gösterim metnidir", "ğ) Finansman", "ı) Sektör"],
        ),
        ("opinion_form", ["Kurum Görüşü Formu", "Taslak maddesi", "Gerekçe", "(ğ) bendi"]),
        ("fact_sheet_tr", ["İyi işletme uygulamaları", "Boru sonu yaklaşımı", "1994’ten beri"]),
        ("fact_sheet_en", ["Good housekeeping", "End-of-pipe approach", "Since 1994"]),
    ],
)
def test_document_holds_its_words_with_the_right_letters(key, expected):
    text = text_of(key)

    assert [words for words in expected if words not in text] == []
    assert [mark for mark in ("i̇", "\ufffd", "'") if mark in text] == []


def test_protocol_has_twelve_articles_and_clauses_lettered_in_turkish():
    lines = [paragraph.text for paragraph in Document(str(FILES["draft_protocol"])).paragraphs]
    start = next(index for index, line in enumerate(lines) if line.startswith("MADDE 5 "))

    letters = [line.split(")")[0] for line in lines[start + 1 : start + 1 + len(CLAUSES)]]

    assert sum(line.startswith("MADDE ") for line in lines) == 12
    assert tuple(letters) == CLAUSES


@pytest.mark.parametrize("key", PDFS)
def test_pdf_is_tagged_and_says_its_language_and_title(key):
    reader = PdfReader(FILES[key])
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] is not False
    assert root["/Lang"].split("-")[0] == LANGUAGES[key]
    assert reader.metadata.title
    assert len(reader.pages) >= 2


@pytest.mark.parametrize("key", ["draft_protocol", "opinion_form", "slides_1"])
def test_office_file_says_its_language_and_title(key):
    opened = Presentation(str(FILES[key])) if key == "slides_1" else Document(str(FILES[key]))

    assert opened.core_properties.language == "tr-TR"
    assert opened.core_properties.title


def test_slides_have_titles_and_notes():
    slides = list(Presentation(str(FILES["slides_1"])).slides)

    assert [slide.shapes.title.text for slide in slides if not slide.shapes.title.text] == []
    assert sum(slide.has_notes_slide for slide in slides) == len(slides) - 1


def test_fact_sheet_exists_in_both_languages_and_the_draft_in_one():
    originals = {document["key"]: document["translation_of"] or document["key"] for document in DOCUMENTS}
    languages = {
        original: {LANGUAGES[key] for key, of in originals.items() if of == original}
        for original in originals.values()
    }

    assert {original for original, found in languages.items() if found == {"tr", "en"}} == {"fact_sheet_tr"}
    assert languages["draft_protocol"] == {"tr"}


def text_of(key):
    """Return all the text of a document, one piece to a line."""
    path = FILES[key]
    if path.suffix == ".pdf":
        pages = [page.extract_text() for page in PdfReader(path).pages]
        return " ".join(" ".join(pages).split())
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return "\n".join(text for slide in Presentation(str(path)).slides for text in texts_of_slide(slide))


def texts_of_slide(slide):
    """Yield the texts of a slide: placeholders, cells of tables and alternative texts."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        yield shape._element.xpath("string(.//p:cNvPr/@descr)")
