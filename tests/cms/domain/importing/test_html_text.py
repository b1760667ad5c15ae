"""HTML in passages: what is kept, what is left out and said, and on which line."""

import pytest

from cms.domain.importing.html_text import looks_like_html, read_html

DOCUMENT = """<!doctype html>
<html><head><title>Sekme</title><style>p { color: red }</style></head>
<body>
<nav><p>Menü</p></nav>
<h1>Göl
  kıyısı</h1>
Açıkta duran <b>söz</b>
<div><h4>Alt</h4><p onclick="evil()">Bir&nbsp;<strong>iki</strong>  <a href="https://example.org/">üç</a></p></div>
<img src="x.png" alt="goresim">
<ul>
  <li>bir</li>
  <li>iki</li></ul>
<p><a href="/eski/sayfa.asp">Eski</a> ve <a href="javascript:evil()">kötü</a></p>
<script>evil()</script><!-- not -->
<p> </p>
</body></html>
"""


@pytest.mark.parametrize(
    ("text", "answer"),
    [("<p>a</p>", True), (DOCUMENT, True), ("a < b and b > c", False), ("<ne?>", False), ("a<br>b", True)],
)
def test_html_is_told_from_text(text, answer):
    assert looks_like_html(text) is answer


def test_passages_keep_order_lines_and_safe_html():
    source = read_html(DOCUMENT)

    assert source.title == "Göl kıyısı"
    assert [(passage.kind, passage.line, passage.level, passage.html) for passage in source.passages] == [
        ("paragraph", 7, 2, "<p>Açıkta duran <b>söz</b></p>"),
        ("heading", 8, 3, ""),
        ("paragraph", 8, 2, '<p>Bir <b>iki</b> <a href="https://example.org/">üç</a></p>'),
        ("list", 10, 2, "<ul><li>bir</li><li>iki</li></ul>"),
        ("paragraph", 13, 2, "<p>Eski ve kötü</p>"),
    ]


def test_what_is_left_out_is_said_with_its_line():
    assert [(finding.code, finding.line, finding.excerpt) for finding in read_html(DOCUMENT).findings] == [
        ("content_left_out", 4, "nav Menü"),
        ("content_left_out", 9, "img goresim"),
        ("link_left_out", 13, "/eski/sayfa.asp"),
        ("link_left_out", 13, "javascript:evil()"),
    ]


def test_title_of_the_document_serves_where_there_is_no_heading():
    assert read_html("<title>Sekme</title><p>Bir.</p>").title == "Sekme"


def test_lines_hold_the_words_as_they_were():
    lines = read_html('<p>bir<br>iki&nbsp;üç</p><p>dört\n<a href="?x?y">be</a>ş</p>\n<!-- a\nb -->son').lines

    assert lines == ((1, "bir iki\N{NO-BREAK SPACE}üç dört"), (2, "beş"), (3, ""), (4, "son"))


def test_image_in_a_table_that_is_left_out_is_not_said_again():
    source = read_html('<p>Bir.</p>\n<table><tr><td>Su <img alt="gol"></td></tr></table>')

    assert [(finding.line, finding.excerpt) for finding in source.findings] == [(2, "table Su")]
