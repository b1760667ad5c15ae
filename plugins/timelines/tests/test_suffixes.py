"""Turkish suffixes, checked against a table written by hand from the spoken numbers."""

import pytest

from ..labels.suffixes import Case, number_sound, plural_suffix, possessed_suffix, suffix

# By the last spoken word: -de, -den, -in, -e.
SPOKEN = {
    1: ("de", "den", "in", "e"),  # bir
    2: ("de", "den", "nin", "ye"),  # iki
    3: ("te", "ten", "ün", "e"),  # üç
    4: ("te", "ten", "ün", "e"),  # dört
    5: ("te", "ten", "in", "e"),  # beş
    6: ("da", "dan", "nın", "ya"),  # altı
    7: ("de", "den", "nin", "ye"),  # yedi
    8: ("de", "den", "in", "e"),  # sekiz
    9: ("da", "dan", "un", "a"),  # dokuz
    10: ("da", "dan", "un", "a"),  # on
    20: ("de", "den", "nin", "ye"),  # yirmi
    30: ("da", "dan", "un", "a"),  # otuz
    40: ("ta", "tan", "ın", "a"),  # kırk
    50: ("de", "den", "nin", "ye"),  # elli
    60: ("ta", "tan", "ın", "a"),  # altmış
    70: ("te", "ten", "in", "e"),  # yetmiş
    80: ("de", "den", "in", "e"),  # seksen
    90: ("da", "dan", "ın", "a"),  # doksan
    100: ("de", "den", "ün", "e"),  # yüz
    1000: ("de", "den", "in", "e"),  # bin
}


def endings(sound):
    return tuple(suffix(sound, case) for case in (Case.LOCATIVE, Case.ABLATIVE, Case.GENITIVE, Case.DATIVE))


def last_spoken(year):
    unit = next(unit for unit in (10, 100, 1000, 10_000) if year % unit)
    return year % unit if unit <= 100 else unit // 10


def test_every_year_takes_the_suffixes_of_its_last_spoken_word():
    wrong = [year for year in range(1, 2101) if endings(number_sound(year)) != SPOKEN[last_spoken(year)]]

    assert wrong == []


@pytest.mark.parametrize(
    ("number", "sound"),
    [(0, "sıfır"), (20_000, "bin"), (17_000_000, "milyon"), (10**9, "milyar"), (10**30, "trilyon")],
)
def test_round_number_sounds_like_its_order_of_magnitude(number, sound):
    assert number_sound(number) == sound


@pytest.mark.parametrize(
    ("month", "locative"),
    [
        ("Ocak", "ta"),
        ("Şubat", "ta"),
        ("Mart", "ta"),
        ("Nisan", "da"),
        ("Mayıs", "ta"),
        ("Haziran", "da"),
        ("Temmuz", "da"),
        ("Ağustos", "ta"),
        ("Eylül", "de"),
        ("Ekim", "de"),
        ("Kasım", "da"),
        ("Aralık", "ta"),
    ],
)
def test_month_takes_the_suffix_of_its_last_syllable(month, locative):
    assert suffix(month, Case.LOCATIVE) == locative


@pytest.mark.parametrize(
    ("decade", "plural"),
    [
        (1930, "lar"),
        (1940, "lar"),
        (1950, "ler"),
        (1960, "lar"),
        (1970, "ler"),
        (1980, "ler"),
        (1990, "lar"),
        (2000, "ler"),
        (2010, "lar"),
        (2020, "ler"),
    ],
)
def test_decade_takes_the_plural_of_its_last_spoken_word(decade, plural):
    assert plural_suffix(number_sound(decade)) == plural


@pytest.mark.parametrize(
    ("noun", "cases"),
    [
        ("sonları", ("nda", "ndan", "nın", "na")),
        ("çeyreği", ("nde", "nden", "nin", "ne")),
        ("sonu", ("nda", "ndan", "nun", "na")),
        ("günü", ("nde", "nden", "nün", "ne")),
    ],
)
def test_noun_that_belongs_to_another_keeps_its_n(noun, cases):
    found = tuple(
        possessed_suffix(noun, case) for case in (Case.LOCATIVE, Case.ABLATIVE, Case.GENITIVE, Case.DATIVE)
    )

    assert found == cases
