"""Slugs of Turkish, English and other titles."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text import slugify

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TITLES = st.one_of(st.text(), st.text(alphabet="IıİişŞğ ’'&-.a9"), st.text(alphabet="אع😀ъ-ʼ"))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Işık ve Isı", "isik-ve-isi"),
        ("ısı", "isi"),
        ("IŞIK", "isik"),
        ("İstanbul", "istanbul"),
        ("I\u0307stanbul", "istanbul"),
        ("Temiz Üretim Çalışmaları", "temiz-uretim-calismalari"),
        ("ışık-yılı ŞEKERİ", "isik-yili-sekeri"),
        ("2008’de kuruldu", "2008de-kuruldu"),
        ("2008'de kuruldu", "2008de-kuruldu"),
        ("Türkiye`nin suyu", "turkiyenin-suyu"),
        ("“Su” — 2. bölüm (taslak)", "su-2-bolum-taslak"),
        ("%30,5 daha az atık", "30-5-daha-az-atik"),
        ("  --su__ve  toprak--  ", "su-ve-toprak"),
        ("Ağ 😀 listesi", "ag-listesi"),
        ("Москва", "moskva"),
        ("Ελλάδα", "ellada"),
        ("北京", "beijing"),
        ("سعد", "sd"),
        ("Straße", "strasse"),
        ("½ ton", "1-2-ton"),
    ],
)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_slug_of_a_title(title: str, slug: str, language: str) -> None:
    assert slugify(title, language=language) == slug


@pytest.mark.parametrize(
    ("title", "language", "slug"),
    [
        ("Su & Toprak", "tr", "su-ve-toprak"),
        ("Water & Soil", "en-GB", "water-and-soil"),
        ("Wasser & Boden", "de", "wasser-boden"),
        ("Ar&Ge", "tr", "ar-ge"),
    ],
)
def test_ampersand_between_words_is_spelled_out(title: str, language: str, slug: str) -> None:
    assert slugify(title, language=language) == slug


@pytest.mark.parametrize(
    ("title", "slug"), [("", ""), ("… & !", ""), ("😀", ""), ("א", "u05d0"), ("ع ا", "u0639-u0627")]
)
def test_title_without_latin_sounds(title: str, slug: str) -> None:
    assert slugify(title, language="tr") == slug


@pytest.mark.parametrize(
    ("max_length", "slug"),
    [
        (24, "temiz-uretim-calismalari"),
        (23, "temiz-uretim"),
        (13, "temiz-uretim"),
        (12, "temiz-uretim"),
        (11, "temiz-ureti"),
        (10, "temiz"),
        (6, "temiz"),
        (4, "temi"),
        (1, "t"),
    ],
)
def test_long_slug_ends_with_a_whole_word_unless_that_costs_half(max_length: int, slug: str) -> None:
    assert slugify("Temiz Üretim Çalışmaları", language="tr", max_length=max_length) == slug


@pytest.mark.parametrize(
    ("title", "max_length", "slug"), [("su ve toprak", 5, "su-ve"), ("bu, su ve toprak", 8, "bu-su-ve")]
)
def test_word_that_just_fits_is_kept(title: str, max_length: int, slug: str) -> None:
    assert slugify(title, language="tr", max_length=max_length) == slug


def test_cut_never_leaves_a_hyphen_behind() -> None:
    assert slugify("t " + "u" * 30, language="tr", max_length=2) == "t"


def test_length_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="max_length of a slug must be at least 1; it is 0"):
        slugify("su", language="tr", max_length=0)


@given(TITLES, st.sampled_from(["tr", "en"]), st.integers(min_value=1, max_value=60))
def test_slug_is_short_and_has_the_alphabet_of_slugs(text: str, language: str, max_length: int) -> None:
    slug = slugify(text, language=language, max_length=max_length)

    assert len(slug) <= max_length
    assert slug == "" or SLUG.fullmatch(slug)


@given(TITLES)
def test_slug_is_empty_only_without_letters_and_digits(text: str) -> None:
    speaks = any(
        unicodedata.category(character)[0] in "LN" for character in unicodedata.normalize("NFC", text)
    )

    assert bool(slugify(text, language="tr")) == speaks


@given(TITLES, st.sampled_from(["tr", "en"]), st.integers(min_value=1, max_value=60))
def test_slug_of_a_slug_is_itself(text: str, language: str, max_length: int) -> None:
    once = slugify(text, language=language, max_length=max_length)

    assert slugify(once, language=language, max_length=max_length) == once
