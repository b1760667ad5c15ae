"""Stored keys against the alphabetical order of readers."""

import re
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text import sort_key

SMALL = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
CAPITAL = "ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ"
TURKISH = st.text(alphabet=SMALL + CAPITAL + "âîûÂÎÛ 0123456789", max_size=12)
# Pairs with the same letters, which only accents and capitals tell apart.
NEAR = st.integers(1, 12).flatmap(
    lambda length: st.tuples(*2 * [st.text("aâAÂ", min_size=length, max_size=length)])
)

DISTRICTS = (
    "Cankurtaran, Ceyhan, Cizre, Çankaya, Çorum, Gebze, Giresun, Ğ, hala, hâlâ, Halfeti, Iğdır, ısı, Işık, "
    "isim, İzmir, Ordu, Ödemiş, Sivas, Şişli, Urfa, Ünye, Ürgüp"
)


@pytest.mark.parametrize(
    "listed",
    [
        DISTRICTS,
        ", ".join(SMALL),
        "para, quorum, radyo, vize, web, xenon, yasa",
        "hala, Hala, HALA, halâ, hâlâ, Hâlâ, halat, ilim, ilîm, İlîm, ilimler",
        "1. bölüm, 2. bölüm, 9, 10. bölüm, 010. bölüm b, 1994, 2008’de, A, Z 2, Z 10, Z10",
        "su, Su ve toprak, “Su” yönetimi, Su’dan, Sudan Cumhuriyeti, sulak alan",
        "…, 7, zurna, Ελλάδα, Ωμέγα, Баку, 北京",
    ],
)
def test_turkish_order(listed: str) -> None:
    order = listed.split(", ")
    backwards = order[::-1]

    assert sorted(backwards, key=lambda text: sort_key(text, language="tr")) == order


@pytest.mark.parametrize(
    "listed",
    [
        "Çankaya, Cankurtaran, Ceyhan, Cizre, Çorum",
        "Iğdır, Isik, Işık, isim, ısırgan, İzmir, Ordu",
        "resume, Resume, resumé, résumé, resumes",
        "cafe, café, cafè, cafés, Zoë, zone",
        "Ærø, afar, Łódź, lull, Straße, strata",
        "Chapter 2, Chapter 10, Chapters",
        "lodz, Lodz, łodz, Łodz, lodzer",
    ],
)
def test_english_order(listed: str) -> None:
    order = listed.split(", ")
    backwards = order[::-1]

    assert sorted(backwards, key=lambda text: sort_key(text, language="en-GB")) == order


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Su”", "Su"),
        ("Ankara–Sivas", "Ankara Sivas"),
        ("Türkiye’nin", "Türkiyenin"),
        ("Türkiye'nin", "Türkiyenin"),
        (" su  ve\u00a0toprak ", "su ve toprak"),
        ("I\u0307zmir", "İzmir"),
        ("i\u0307zmir", "izmir"),
        ("007", "7"),
        ("m²", "m2"),
        ("çev\u00adre", "çevre"),
        ("u\u0308" + 1000 * "\u0301", "ü" + 20 * "\u0301"),
    ],
)
def test_what_is_not_heard_does_not_reach_the_key(one: str, other: str) -> None:
    assert sort_key(one, language="tr") == sort_key(other, language="tr")


@given(st.one_of(st.tuples(TURKISH, TURKISH), NEAR))
def test_keys_agree_with_a_comparison_by_levels(pair: tuple[str, str]) -> None:
    by_key = [sort_key(text, language="tr") for text in pair]
    by_level = [levels(text) for text in pair]

    assert (by_key[0] < by_key[1]) == (by_level[0] < by_level[1])
    assert (by_key[0] == by_key[1]) == (by_level[0] == by_level[1])


@given(st.text(), st.sampled_from(["tr", "en", "el"]))
def test_key_has_symbols_that_every_collation_orders_alike(text: str, language: str) -> None:
    assert re.fullmatch("[0-9a-z]{0,255}", sort_key(text, language=language))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("su", "ps"),
        ("Su ve", "ps1u800g"),
        ("hâlâ", "c3h301515"),
        ("2. Bölüm", "21214lhti00g"),
        ("я", "z00un"),
    ],
)
def test_stored_form_of_a_key(text: str, key: str) -> None:
    assert sort_key(text, language="tr") == key


@given(TURKISH, st.integers(min_value=1, max_value=30))
def test_short_key_is_the_beginning_of_the_whole_one(text: str, max_length: int) -> None:
    assert sort_key(text, language="tr", max_length=max_length) == sort_key(text, language="tr")[:max_length]


def test_key_of_a_long_title_keeps_its_letters() -> None:
    key = sort_key("Ş" * 400, language="tr")

    assert key == sort_key("ş" * 255, language="tr")


def test_length_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="max_length of a sort key must be at least 1; it is 0"):
        sort_key("su", language="tr", max_length=0)


def levels(text: str) -> tuple[object, ...]:
    """Return what a reader compares, level by level, as lists: slow, plain and without codes."""
    letters = [character for character in text if character.isalpha()]
    return (
        [word for part in text.split() for word in [*spoken(part), (0,)]][:-1],
        ["âîûÂÎÛ".find(letter) >= 0 for letter in letters],
        [letter in CAPITAL + "ÂÎÛ" for letter in letters],
    )


def spoken(word: str) -> list[tuple[int, ...]]:
    """Return the places of letters in the alphabet and, before all of them, the values of numbers."""
    small = word.translate(str.maketrans(CAPITAL + "âîûÂÎÛ", SMALL + "aiuaiu"))
    return [
        place
        for is_number, run in groupby(small, key=str.isdigit)
        for place in ([(1, int("".join(run)))] if is_number else [(2, SMALL.index(letter)) for letter in run])
    ]
