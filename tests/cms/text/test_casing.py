"""Case in Turkish, Azerbaijani and everything else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text import capitalise, lower, upper

SMALL = "abcçdefgğhıijklmnoöpqrsştuüvwxyzâîû"
CAPITAL = "ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZÂÎÛ"


@pytest.mark.parametrize(
    ("text", "language", "small"),
    [
        ("I", "tr", "ı"),
        ("İ", "tr", "i"),
        ("IŞIK", "tr", "ışık"),
        ("İZMİR", "tr", "izmir"),
        ("İstanbul", "az", "istanbul"),
        ("I\u0307ZMI\u0307R", "tr", "izmir"),
        ("HÂLÂ MİLLÎ", "tr", "hâlâ millî"),
        ("İ\u0301", "tr", "í"),
        ("IŞIK", "en", "işik"),
        ("İZMİR", "en", "izmir"),
        ("I\u0307zmir", "en", "izmir"),
        ("i\u0307stanbul", "en", "istanbul"),
        ("ΟΔΟΣ", "el", "οδος"),
    ],
)
def test_lower_follows_the_language(text: str, language: str, small: str) -> None:
    assert lower(text, language=language) == small


@pytest.mark.parametrize(
    ("text", "language", "capital"),
    [
        ("ışık istanbul", "tr", "IŞIK İSTANBUL"),
        ("ışık istanbul", "az", "IŞIK İSTANBUL"),
        ("ışık istanbul", "en", "IŞIK ISTANBUL"),
        ("i\u0307zmir", "tr", "İZMİR"),
        ("s\u0327ehir", "tr", "ŞEHİR"),
        ("millî", "tr", "MİLLÎ"),
        ("kırlı", "tr", "KIRLI"),
        ("kirli", "tr", "KİRLİ"),
        ("straße", "de", "STRASSE"),
    ],
)
def test_upper_follows_the_language(text: str, language: str, capital: str) -> None:
    assert upper(text, language=language) == capital


@pytest.mark.parametrize(
    ("text", "language", "capitalised"),
    [
        ("istanbul", "tr", "İstanbul"),
        ("ısı", "tr", "Isı"),
        ("istanbul", "en", "Istanbul"),
        ("UNIDO raporu", "tr", "UNIDO raporu"),
        ("iSTANBUL ODASI", "tr", "İSTANBUL ODASI"),
        ("“ilk” toplantı", "tr", "“İlk” toplantı"),
        ("(i\u0307lk)", "tr", "(İlk)"),
        ("20 merkez", "tr", "20 merkez"),
        ("ßeta", "de", "Sseta"),
        ("…", "tr", "…"),
        ("", "tr", ""),
    ],
)
def test_capitalise_touches_the_first_letter_only(text: str, language: str, capitalised: str) -> None:
    assert capitalise(text, language=language) == capitalised


@pytest.mark.parametrize("language", ["tr", "az"])
def test_small_and_capital_letters_of_turkish_are_pairs(language: str) -> None:
    assert lower(CAPITAL, language=language) == SMALL
    assert upper(SMALL, language=language) == CAPITAL


@given(st.text(alphabet=SMALL + " "))
def test_turkish_words_come_back_from_capitals(text: str) -> None:
    assert lower(upper(text, language="tr"), language="tr") == text


@given(st.text(), st.sampled_from(["tr", "en", "el"]))
def test_lower_is_composed_and_changes_nothing_the_second_time(text: str, language: str) -> None:
    once = lower(text, language=language)

    assert lower(once, language=language) == once == unicodedata.normalize("NFC", once)


@given(st.text(), st.sampled_from(["tr", "en"]))
def test_capitalise_changes_nothing_the_second_time(text: str, language: str) -> None:
    once = capitalise(text, language=language)

    assert capitalise(once, language=language) == once


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Mn", "Mc", "Me"))),
    st.sampled_from(["tr", "en"]),
)
def test_lower_is_as_long_as_the_composed_text(text: str, language: str) -> None:
    assert len(lower(text, language=language)) == len(unicodedata.normalize("NFC", text))
