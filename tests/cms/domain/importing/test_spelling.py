"""Misspellings found in texts with known ones, and what is left in peace."""

from pathlib import Path

import pytest
import yaml

from cms.domain.importing.html_text import read_html
from cms.domain.importing.plain_text import read_plain_text
from cms.domain.importing.spelling import unknown_words

PAGES = Path(__file__).parents[4] / "cms" / "demo" / "content" / "pages.yaml"

TURKISH = """Göl kıyısında kurulan tesiste sular süzülüyor.

Yöneticler suyu hergün ölçüyor; sonuclar panoya asılıyor, çalışanlara da bildirliyor.
Değerlendirilebilmesi için örnekler saklanıyor. TTGV, Beyşehir ve geri-dönüşüm biliniyor.
İlk ölçüm Ahmet’in defterinde; resmî kayıt https://example.org/kayt adresinde.
"""
ENGLISH = """The plant by the lake filters its water.

Every mornng the staff meazure the level, adn the results are publsihed on a board.
A re-usd filter was organised and colour-coded. TTGV knows Beysehir.
"""


def unknown(text, language):
    return [
        (finding.line, finding.excerpt) for finding in unknown_words(read_plain_text(text), language=language)
    ]


def test_turkish_misspellings_are_found_where_they_are():
    assert unknown(TURKISH, "tr") == [(3, "hergün"), (3, "sonuclar"), (3, "bildirliyor")]


def test_english_misspellings_are_found_where_they_are():
    assert unknown(ENGLISH, "en") == [(3, "mornng"), (3, "meazure"), (3, "adn"), (3, "publsihed")]


def test_words_of_the_other_language_are_no_misspellings():
    assert unknown("Bu sözcük and that word", "tr") == []
    assert unknown("This word ve şu sözcük", "en") == []


def test_language_without_a_dictionary_is_not_checked():
    assert unknown("Ein schöner Fehlr", "de") == []


@pytest.mark.parametrize("language", ["tr", "en"])
def test_proof_read_texts_of_the_demonstration_raise_no_alarm(language):
    pages = yaml.safe_load(PAGES.read_text(encoding="utf-8"))
    texts = [
        block["text"]
        for page in pages
        for block in page.get(language, {}).get("body", [])
        if isinstance(block.get("text"), str)
    ]

    found = unknown_words(read_html("\n".join(texts)), language=language)

    assert len(texts) > 20
    assert {finding.excerpt for finding in found} == set()
