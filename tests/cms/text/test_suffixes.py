"""Turkish endings against the published tables and against numbers spelled out in words."""

import re

import pytest

from cms.text import ablative, dative, genitive, locative, plural

IN_MONTHS = (
    "Ocak’ta Şubat’ta Mart’ta Nisan’da Mayıs’ta Haziran’da "
    "Temmuz’da Ağustos’ta Eylül’de Ekim’de Kasım’da Aralık’ta"
)
DECADES = "1930’lar 1940’lar 1950’ler 1960’lar 1970’ler 1980’ler 1990’lar 2000’ler 2010’lar 2020’ler"
UNITS = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")


@pytest.mark.parametrize(
    ("year", "endings"),
    [
        (1994, "1994’te 1994’ten 1994’ün 1994’e"),
        (1996, "1996’da 1996’dan 1996’nın 1996’ya"),
        (1997, "1997’de 1997’den 1997’nin 1997’ye"),
        (2000, "2000’de 2000’den 2000’in 2000’e"),
        (2003, "2003’te 2003’ten 2003’ün 2003’e"),
        (2008, "2008’de 2008’den 2008’in 2008’e"),
        (2009, "2009’da 2009’dan 2009’un 2009’a"),
        (2010, "2010’da 2010’dan 2010’un 2010’a"),
        (2011, "2011’de 2011’den 2011’in 2011’e"),
        (2020, "2020’de 2020’den 2020’nin 2020’ye"),
        (2030, "2030’da 2030’dan 2030’un 2030’a"),
        (2040, "2040’ta 2040’tan 2040’ın 2040’a"),
        (0, "0’da 0’dan 0’ın 0’a"),
        (100, "100’de 100’den 100’ün 100’e"),
        (1900, "1900’de 1900’den 1900’ün 1900’e"),
        (9999, "9999’da 9999’dan 9999’un 9999’a"),
    ],
)
def test_endings_of_years(year: int, endings: str) -> None:
    assert all_endings(year) == all_endings(str(year)) == endings.split()


def test_endings_of_every_year_follow_the_last_spoken_word() -> None:
    years = range(1, 2101)

    heard = [[f"{year}’{ending}" for ending in endings_by_ear(spelled_out(year))] for year in years]

    assert [all_endings(year) for year in years] == heard


def test_locative_of_months() -> None:
    months = [in_month.partition("’")[0] for in_month in IN_MONTHS.split()]

    assert " ".join(locative(month) for month in months) == IN_MONTHS


@pytest.mark.parametrize(
    ("name", "endings"),
    [
        ("Ocak", "Ocak’ta Ocak’tan Ocak’ın Ocak’a"),
        ("Eylül", "Eylül’de Eylül’den Eylül’ün Eylül’e"),
        ("Ankara", "Ankara’da Ankara’dan Ankara’nın Ankara’ya"),
        ("IĞDIR", "IĞDIR’da IĞDIR’dan IĞDIR’ın IĞDIR’a"),
        ("İzmir", "İzmir’de İzmir’den İzmir’in İzmir’e"),
        ("I\u0307ZMI\u0307R", "İZMİR’de İZMİR’den İZMİR’in İZMİR’e"),
        ("Ünye", "Ünye’de Ünye’den Ünye’nin Ünye’ye"),
        ("Muş", "Muş’ta Muş’tan Muş’un Muş’a"),
        ("UNIDO", "UNIDO’da UNIDO’dan UNIDO’nun UNIDO’ya"),
        ("DSİ", "DSİ’de DSİ’den DSİ’nin DSİ’ye"),
        ("TTGV", "TTGV’de TTGV’den TTGV’nin TTGV’ye"),
        ("Hakkâri", "Hakkâri’de Hakkâri’den Hakkâri’nin Hakkâri’ye"),
        ("Bogotá", "Bogotá’da Bogotá’dan Bogotá’nın Bogotá’ya"),
        ("Sükût", "Sükût’ta Sükût’tan Sükût’un Sükût’a"),
        ("Malmö", "Malmö’de Malmö’den Malmö’nün Malmö’ye"),
        ("O’Neill", "O’Neill’de O’Neill’den O’Neill’in O’Neill’e"),
    ],
)
def test_endings_of_names(name: str, endings: str) -> None:
    assert all_endings(name) == endings.split()


@pytest.mark.parametrize(
    ("text", "with_ending"),
    [
        ("6 Nisan 2010", "6 Nisan 2010’da"),
        ("Haziran 2008", "Haziran 2008’de"),
        ("2008, 2009 ve 2010", "2008, 2009 ve 2010’da"),
        ("06.04.2010", "06.04.2010’da"),
        ("1.000", "1.000’de"),
        ("1.000.000", "1.000.000’da"),
        ("10000", "10000’de"),
        ("0,5", "0,5’te"),
        ("1980’ler", "1980’lerde"),
        ("1930'lar", "1930'larda"),
        ("-40", "-40’ta"),
    ],
)
def test_text_that_ends_in_a_number(text: str, with_ending: str) -> None:
    assert locative(text) == with_ending


def test_plural_of_decades() -> None:
    assert " ".join(plural(decade) for decade in range(1930, 2030, 10)) == DECADES


@pytest.mark.parametrize("name", ["", "UNIDO)", "2010.", "…"])
def test_name_without_a_last_sound_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="ends in a letter or a digit"):
        locative(name)


def all_endings(name: str | int) -> list[str]:
    return [locative(name), ablative(name), genitive(name), dative(name)]


def spelled_out(number: int) -> str:
    """Return a number below ten thousand in Turkish words."""
    thousands, hundreds, tens, units = (int(digit) for digit in f"{number:04}")
    words = [
        f"{UNITS[thousands] if thousands > 1 else ''} bin" if thousands else "",
        f"{UNITS[hundreds] if hundreds > 1 else ''} yüz" if hundreds else "",
        TENS[tens],
        UNITS[units],
    ]
    return " ".join(" ".join(words).split())


def endings_by_ear(words: str) -> list[str]:
    """Return the endings that vowel harmony and the last sound ask for, by patterns on the words."""
    back = re.search("[aıou][^aıoueiöü]*$", words) is not None
    rounded = re.search("[ouöü][^aıoueiöü]*$", words) is not None
    hard = re.search("[fstkçşhp]$", words) is not None
    open_ended = re.search("[aıoueiöü]$", words) is not None
    low = "a" if back else "e"
    high = {(True, False): "ı", (True, True): "u", (False, False): "i", (False, True): "ü"}[back, rounded]
    inside = ("t" if hard else "d") + low
    return [inside, inside + "n", ("n" if open_ended else "") + high + "n", ("y" if open_ended else "") + low]
