"""Plain text in passages, as people write it."""

import pytest

from cms.domain.importing.plain_text import read_plain_text

LONG = "Uzun bir satır " * 10


def outline(text):
    return [(passage.kind, passage.line, passage.text) for passage in read_plain_text(text).passages]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Göl kıyısı\n\nBir cümle.", "Göl kıyısı"),
        ("# Göl kıyısı\nBir cümle.", "Göl kıyısı"),
        ("Neden göl?\n\nBir cümle.", "Neden göl?"),
        ("Bir cümle.\n\nBir daha.", ""),
        ("- bir\n- iki", ""),
        (f"{LONG}\n\nBir cümle.", ""),
        ("", ""),
    ],
)
def test_title_is_a_first_line_that_is_no_sentence(text, title):
    assert read_plain_text(text).title == title


def test_paragraphs_stand_between_empty_lines():
    text = "Bir cümle\nsürüyor.\n\n\nİkinci  paragraf.\r\n\r\nÜçüncü."

    assert outline(text) == [
        ("paragraph", 1, "Bir cümle sürüyor."),
        ("paragraph", 5, "İkinci paragraf."),
        ("paragraph", 7, "Üçüncü."),
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bir cümle.\nBir cümle daha.\nSon cümle.", [1, 2, 3]),
        (f"{LONG}\n{LONG}", [1, 2]),
        ("Bir cümle üç\nsatıra bölünmüş\nolabilir.", [1]),
    ],
)
def test_lines_without_empty_ones_between_are_paragraphs_if_they_look_like_it(text, kept):
    assert [line for _kind, line, _text in outline(text)] == kept


def test_marks_make_headings_and_lists():
    text = "Başlık\n\n## Bölüm\nGiriş:\n- bir\n- iki\n  sürüyor\n1. ilk\n2. son\n#### Alt\nSon."

    assert outline(text) == [
        ("heading", 3, "Bölüm"),
        ("paragraph", 4, "Giriş:"),
        ("list", 5, "bir\niki sürüyor"),
        ("list", 8, "ilk\nson"),
        ("heading", 10, "Alt"),
        ("paragraph", 11, "Son."),
    ]


def test_html_is_safe_and_addresses_are_links():
    source = read_plain_text("Su < 5 & “x”: https://b.example/?a=1&b=2.\n\n- <b>bir</b>\n- iki")

    assert [(passage.html, passage.has_links) for passage in source.passages] == [
        (
            '<p>Su &lt; 5 &amp; “x”: <a href="https://b.example/?a=1&amp;b=2">https://b.example/?a=1&amp;b=2</a>.</p>',
            True,
        ),
        ("<ul><li>&lt;b&gt;bir&lt;/b&gt;</li><li>iki</li></ul>", False),
    ]
