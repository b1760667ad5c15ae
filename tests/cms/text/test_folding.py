"""Search keys and identifier keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text import fold, fold_root, lower, upper

LANGUAGES = st.sampled_from(["tr", "en"])
TURKISH_LETTERS = "abcçdefgğhıijklmnoöpqrsştuüvwxyzâîûABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZÂÎÛ"
UNMARKED = st.characters(exclude_categories=("Cs", "Mn", "Mc", "Me"))


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (
            ("istanbul", "İstanbul", "ISTANBUL", "İSTANBUL", "ıstanbul", "i\u0307stanbul", "I\u0307stanbul"),
            "istanbul",
        ),
        (("ışık", "IŞIK", "isik", "ISIK", "Işık", "ıs\u0327ık"), "isik"),
        (("şeker", "seker", "ŞEKER", "Seker"), "seker"),
        (("üretim", "uretim", "ÜRETİM", "URETIM"), "uretim"),
        (("toplantı", "toplanti", "TOPLANTI"), "toplanti"),
        (("hâlâ", "hala", "HÂLÂ"), "hala"),
        (("2008’de", "2008'de", "2008`DE", "2008´de"), "2008'de"),
        (("Łódź", "Lodz"), "lodz"),
        (("Straße", "STRASSE"), "strasse"),
        (("Οδός", "ΟΔΟΣ"), "οδοσ"),
    ],
)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_spellings_of_one_word_have_one_key(spellings: tuple[str, ...], key: str, language: str) -> None:
    assert {fold(spelling, language=language) for spelling in spellings} == {key}


@pytest.mark.parametrize("text", ["がか", "한글", "हिन्दी", "กิน"])
def test_fold_keeps_marks_that_make_another_word(text: str) -> None:
    assert fold(text, language="en") == unicodedata.normalize("NFC", text)


@given(st.text(alphabet=TURKISH_LETTERS + " ’-0123456789"))
def test_case_of_turkish_letters_does_not_reach_the_key(text: str) -> None:
    small, capital = lower(text, language="tr"), upper(text, language="tr")

    assert fold(small, language="tr") == fold(capital, language="tr") == fold(text, language="tr")


@given(st.text(alphabet=TURKISH_LETTERS))
def test_key_of_turkish_letters_is_plain_and_as_long(text: str) -> None:
    key = fold(text, language="tr")

    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz")
    assert len(key) == len(text)


@given(st.text(), LANGUAGES)
def test_fold_changes_nothing_the_second_time(text: str, language: str) -> None:
    once = fold(text, language=language)

    assert fold(once, language=language) == once


@given(st.text())
def test_turkish_and_english_keys_agree(text: str) -> None:
    assert fold(text, language="tr") == fold(text, language="en")


@given(st.text(alphabet=st.one_of(st.sampled_from(TURKISH_LETTERS + "ßﬁ…’ΣØ"), UNMARKED)))
def test_composed_text_can_be_folded_character_by_character(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)

    assert fold(composed, language="tr") == "".join(fold(character, language="tr") for character in composed)


@pytest.mark.parametrize(
    ("identifier", "key"),
    [
        ("INFO@Example.ORG", "info@example.org"),
        ("BILDIRIM.PDF", "bildirim.pdf"),
        ("Ağ-Listesi.PDF", "ağ-listesi.pdf"),
        ("s\u0327eker", "şeker"),
        ("ısı", "ısı"),
    ],
)
def test_identifiers_lose_their_case_by_the_root_rule(identifier: str, key: str) -> None:
    assert fold_root(identifier) == key


@pytest.mark.parametrize(
    "lookalike", ["mıke@example.org", "mİke@example.org", "mîke@example.org", "MÍKE@example.org"]
)
def test_lookalike_addresses_keep_keys_of_their_own(lookalike: str) -> None:
    assert fold_root(lookalike) != fold_root("MIKE@example.org")


@given(st.text())
def test_fold_root_changes_nothing_the_second_time(text: str) -> None:
    assert fold_root(fold_root(text)) == fold_root(text)
