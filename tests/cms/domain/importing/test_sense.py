"""Sentences that were cut off, promises without links, words that stand alone."""

import pytest

from cms.domain.importing import sense
from cms.domain.importing.html_text import read_html
from cms.domain.importing.plain_text import read_plain_text

FIRST = "Gölün suyu azaldı.\n\n"


def lines(rule, text):
    read = read_html if "<p>" in text else read_plain_text
    return [finding.line for finding in rule(read(text))]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Raporun tamamı burada (", True),
        ("The map can be seen here [ ", True),
        ("The map can be seen here (\N{NO-BREAK SPACE}", True),
        ("Raporun tamamı burada (PDF).", False),
        ("Bir (iki) üç.", False),
    ],
)
def test_sentence_that_ends_in_an_open_bracket_is_cut_off(text, is_found):
    assert lines(sense.cut_off_sentences, FIRST + text) == [3] * is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Harita için tıklayınız.", True),
        ("HARİTA İÇİN TIKLAYIN", True),
        ("Buraya tıklayarak haritayı açın.", True),
        ("Please click here for the map.", True),
        ("Haritalara aşağıdaki bağlantılardan ulaşılır:", True),
        ("The maps can be had from the following links:", True),
        ("Harita için tıklayınız: https://example.org/harita", False),
        ("Haritalar aşağıdaki bağlantılarda:\n\nKuzey https://example.org/kuzey", False),
        ("Tıkanan borular değişti.", False),
    ],
)
def test_promised_link_needs_a_target(text, is_found):
    assert lines(sense.missing_targets, FIRST + text) == [3] * is_found


@pytest.mark.parametrize(
    ("href", "is_found"), [('href="https://example.org/"', False), ("", True), ('href="#"', True)]
)
def test_promised_link_in_html_needs_an_address(href, is_found):
    assert lines(sense.missing_targets, f"<p>Harita için <a {href}>tıklayın</a>.</p>") == [1] * is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("lakeview", True),
        ("golharitasi2", True),
        ("IMG_0412.jpg", True),
        ("Göl", False),
        ("göl", False),
        ("Sonuç.", False),
        ("two words", False),
    ],
)
def test_lone_small_ascii_word_is_a_stray_alt_text(text, is_found):
    assert lines(sense.stray_alt_texts, f"{FIRST}{text}\n\nSon.") == [3] * is_found


def test_entry_of_a_list_is_no_stray_alt_text():
    assert lines(sense.stray_alt_texts, f"{FIRST}- lake\n- river") == []
