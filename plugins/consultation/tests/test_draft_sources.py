"""What is read out of typed text, HTML and Word, and what is refused unread."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from ..drafts import sources
from ..drafts.recognising import recognise
from ..drafts.safe_html import safe_html
from ..drafts.sources import SourceRefused, lines_of_docx, lines_of_html, lines_of_text


def word_file(*paragraphs, table=()):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, values in zip(grid.rows, table, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    document.add_paragraph("(2) Son.")
    stored = BytesIO()
    document.save(stored)
    return stored.getvalue()


def package(**parts):
    stored = BytesIO()
    with ZipFile(stored, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return stored.getvalue()


def test_word_file_is_read_in_order_with_its_tables():
    file = word_file("Amaç", "MADDE 1 – (1) Şu İğne\nve ç) bendi.", table=[["Ay", "Adım"], ["Ocak", "<b>"]])

    found = recognise(lines_of_docx(file))

    assert [(each.kind.value, each.printed_number, each.heading, each.text) for each in found] == [
        ("article", "MADDE 1", "Amaç", ""),
        ("paragraph", "(1)", "", "Şu İğne ve ç) bendi."),
        ("table", "", "", "Ay Adım Ocak <b>"),
        ("paragraph", "(2)", "", "Son."),
    ]
    assert "&lt;b&gt;" in found[2].html


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"", "not_docx"),
        (b"PK\x03\x04 not really", "not_docx"),
        (package(other="<x/>"), "not_docx"),
        (package(word__document="<not xml"), "not_docx"),
        (package(word__document='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "bomb"),
        (package(word__document="\ufeff<!DOCTYPE x []><x/>".encode("utf-16")), "bomb"),
    ],
    ids=["empty", "no package", "no document", "broken", "entities", "entities in UTF-16"],
)
def test_what_is_no_word_file_or_might_be_a_bomb_is_refused(file, code):
    with pytest.raises(SourceRefused) as caught:
        lines_of_docx(file)

    assert caught.value.code == code


def test_file_that_unpacks_to_far_more_is_refused(monkeypatch):
    monkeypatch.setattr(sources, "LARGEST_UNPACKED", 1_000_000)

    with pytest.raises(SourceRefused) as caught:
        lines_of_docx(package(word__document="<x/>", word__media="0" * 5_000_000))

    assert caught.value.code == "bomb"


@pytest.mark.parametrize(
    ("read", "source"),
    [
        (lines_of_docx, b"0" * (sources.LARGEST_FILE + 1)),
        (lines_of_text, "a" * (sources.LARGEST_TEXT + 1)),
        (lines_of_html, "a" * (sources.LARGEST_TEXT + 1)),
    ],
    ids=["docx", "text", "html"],
)
def test_source_that_is_too_large_is_refused(read, source):
    with pytest.raises(SourceRefused) as caught:
        read(source)

    assert caught.value.code == "too_large"


def test_html_is_read_by_blocks_and_runs_and_nothing_of_it_runs():
    html = """<head><title>x</title></head><h2>Amaç</h2><p>MADDE 1 – (1) Bir <b>iki</b>.</p>başsız<br>sonra
    <script>alert(1)</script><ul><li>a) bent</li></ul><table><tr><td>Ay</td><td>Adım</td></tr></table>"""

    lines = lines_of_html(html)

    assert [line.text.strip() for line in lines] == [
        "Amaç",
        "MADDE 1 – (1) Bir iki.",
        "başsız",
        "sonra",
        "a) bent",
        "Ay Adım",
    ]


@pytest.mark.parametrize(
    ("html", "text", "kept"),
    [
        ("<p>Bir <b onclick=x>iki</b></p>", "Bir iki", "<p>Bir <b>iki</b></p>"),
        ("<p>Bir</p><script>x</script>", "Bir", "<p>Bir</p>"),
        ("<p>Başka</p>", "Bir", "<p>Bir</p>"),
        ("", "a < b", "<p>a &lt; b</p>"),
        ("", "", ""),
    ],
    ids=["formatted", "script", "other words", "plain", "empty"],
)
def test_html_of_a_provision_is_safe_and_says_what_the_text_says(html, text, kept):
    assert safe_html(html, text=text) == kept
