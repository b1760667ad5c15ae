"""Letters that are lost, garbled or mended, told from question marks and accents that belong there."""

import unicodedata

import pytest

from cms.domain.importing import letters
from cms.domain.importing.plain_text import read_plain_text

BELONGS = [
    "Neden böyle oldu? Kimse bilmiyor.",
    "Neden?Çünkü yağmur yağdı.",  # the space is missing, no letter
    "Kim geldi? ve kim gitti",
    "https://example.org/ara?soru=su",
    "ara.php?sayfa=2",
    "“Nasıl?” diye sordu.",
    "Kâğıt, hâlâ, millî; café, naïve, Zürich.",
    "Fiyatı 5–10 € arası… © 2026",
]


def found(rule, text):
    return [(finding.line, finding.excerpt) for finding in rule(read_plain_text(text))]


@pytest.mark.parametrize(
    "word", ["de?irmen", "Kö?prü", "K?Y?", "?ehirde", "(?zmir", "ba\N{REPLACEMENT CHARACTER}ka"]
)
def test_letter_that_became_a_question_mark_is_lost(word):
    assert found(letters.lost_letters, f"Bir ilk satır.\nBurada {word} var.") == [(2, word)]


@pytest.mark.parametrize("word", ["köprü", "değişim", "İzmir", "şeker", "ÇIĞIR", "“söz”", "beş…", "Ağrı’da"])
def test_utf_8_read_as_windows_1252_is_garbled(word):
    misread = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in word.encode()
    )

    assert found(letters.garbled_letters, f"Bir {misread} daha") == [(1, misread)]


@pytest.mark.parametrize("word", ["değirmen", "başka", "ısı", "İzmir", "Şişli"])
def test_windows_1254_read_as_windows_1252_is_garbled(word):
    misread = word.encode("cp1254").decode("cp1252")

    assert found(letters.garbled_letters, f"Bir {misread} daha") == [(1, misread)]


@pytest.mark.parametrize("text", BELONGS)
@pytest.mark.parametrize("rule", [letters.lost_letters, letters.garbled_letters, letters.composed_letters])
def test_what_belongs_there_is_left_alone(rule, text):
    assert found(rule, text) == []


def test_decomposed_letters_are_reported_as_they_will_be_stored():
    text = unicodedata.normalize("NFD", "Bir\ngüç ve su")

    assert found(letters.composed_letters, text) == [(2, "güç")]


def test_odd_spaces_are_counted_by_line():
    text = "Bir.\nİki\N{NO-BREAK SPACE}üç  dört\N{NO-BREAK SPACE} beş\n  girinti"

    assert found(letters.odd_spaces, text) == [(2, "3")]


def test_invisible_characters_are_counted_by_line():
    assert found(letters.invisible_characters, "de\N{SOFT HYPHEN}niz\N{ZERO WIDTH SPACE}\nkara") == [(1, "2")]
