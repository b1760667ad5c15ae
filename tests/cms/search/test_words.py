"""Words and the terms that they are found by."""

import pytest

from cms.search.words import LONGEST_TERM, terms_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Temiz Üretim", ["Temiz", "Üretim"], id="words"),
        pytest.param("UNIDO’nun 2010’da", ["UNIDO", "2010"], id="Turkish endings"),
        pytest.param("AB'nin Centre`s", ["AB", "Centre"], id="any apostrophe"),
        pytest.param("O’Neill d'accord", ["O", "Neill", "d", "accord"], id="single letters"),
        pytest.param(
            "boru-sonu (eko/verim) e_posta", ["boru", "sonu", "eko", "verim", "e", "posta"], id="parts"
        ),
        pytest.param("🌱 — … \x00", [], id="no words"),
    ],
)
def test_words_are_those_that_a_reader_would_count(text: str, words: list[str]) -> None:
    assert [word.bare for word in words_of(text)] == words


def test_a_word_covers_its_ending_in_the_text() -> None:
    text = "the UNIDO’nun plan"

    assert [text[word.start : word.end] for word in words_of(text)] == ["the", "UNIDO’nun", "plan"]


@pytest.mark.parametrize(
    ("word", "language", "terms"),
    [
        pytest.param("Merkezinin", "tr", {"merkezinin", "merkez"}, id="Turkish"),
        pytest.param("IŞIK", "tr", {"isik"}, id="Turkish capitals"),
        pytest.param("protokolün", "tr", {"protokolun", "protokol"}, id="softened"),
        pytest.param("kurum", "tr", {"kurum"}, id="no stem of three letters"),
        pytest.param("sürdürülebilir", "tr", {"surdurulebilir"}, id="no far lemma"),
        pytest.param("Networks", "en", {"networks", "network"}, id="English"),
        pytest.param(
            "organisations", "en", {"organisations", "organisation", "organis"}, id="stem of the lemma"
        ),
        pytest.param("wrote", "en", {"wrote", "write"}, id="irregular"),
        pytest.param("EV2026", "tr", {"ev2026"}, id="code"),
        pytest.param("Größen", "de", {"grossen"}, id="a language without an entry"),
        pytest.param("x" * 100, "tr", {"x" * LONGEST_TERM}, id="overlong"),
    ],
)
def test_a_word_is_found_by_its_forms(word: str, language: str, terms: set[str]) -> None:
    assert terms_of(word, language=language) == terms
