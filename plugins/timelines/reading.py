"""Reading dates in words: exactly the words the labels use, so that nothing is guessed."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from .fuzzy import Certainty, FuzzyDate, Part, Qualifier
from .fuzzy.errors import words_unknown
from .labels import Form, Style, label

MAX_LENGTH = 100
APOSTROPHES = re.compile("['‘`´ʼ]")
# What is left of a Turkish İ once it is small.
DOT_ABOVE = "\u0307"

STYLES = (Style(), Style(Form.SENTENCE), Style(Form.SENTENCE, alternative=True), Style(Form.SHORT))
WHOLE_YEAR, WHOLE_MONTH = (None, *Part), (None, Part.EARLY, Part.MID, Part.LATE)
MARKS = [qualifier.mark for qualifier in Qualifier]
CERTAINTIES = (Certainty.OCCURRED, Certainty.PLANNED)


def read(text: str, *, language: str) -> FuzzyDate:
    """Return the date for which a label in this language has the same words.

    Small or capital letters, white space and the kind of apostrophe do not matter. Anything else does:
    "late 2009" and "2009'un 4. çeyreği" are read, "towards the end of 2009" is refused with a FuzzyDateError.
    """
    words = _folded(text[: MAX_LENGTH + 1])
    numbers = [int(number) for number in re.findall("[0-9]+", words)]
    year = next((number for number in numbers if 1000 <= number <= 9999), None)
    known = _dates_by_words(language, year).get(words)
    if known is None and year is not None and 1 <= numbers[0] <= 31:
        known = _days_by_words(language, year, numbers[0]).get(words)
    if known is None:
        raise words_unknown(text[:MAX_LENGTH])
    return known


# A file tends to name the same few years.
@lru_cache(maxsize=64)
def _dates_by_words(language: str, year: int | None) -> Mapping[str, FuzzyDate]:
    dates = _unknown_dates() if year is None else _dates_of_year(year)
    return _by_words(dates, language)


@lru_cache(maxsize=64)
def _days_by_words(language: str, year: int, day: int) -> Mapping[str, FuzzyDate]:
    months = [month for month in range(1, 13) if day <= monthrange(year, month)[1]]
    days = (
        FuzzyDate(f"{year}-{month:02}-{day:02}{mark}", certainty=certainty)
        for month, mark, certainty in product(months, MARKS, CERTAINTIES)
    )
    return _by_words(days, language)


def _by_words(dates: Iterator[FuzzyDate], language: str) -> Mapping[str, FuzzyDate]:
    """Return the dates by all their wordings; where two share one, the first is meant."""
    found: dict[str, FuzzyDate] = {}
    for date, style in product(dates, STYLES):
        found.setdefault(_folded(label(date, language=language, style=style)), date)
    return found


def _unknown_dates() -> Iterator[FuzzyDate]:
    yield from (FuzzyDate.unknown(certainty=certainty) for certainty in CERTAINTIES)


def _dates_of_year(year: int) -> Iterator[FuzzyDate]:
    months = [f"{year}-{month:02}" for month in range(1, 13)]
    groupings = [f"{year}-{code}" for code in range(21, 42)]
    for certainty, mark in product(CERTAINTIES, MARKS):
        yield from (FuzzyDate(f"{year}{mark}", part, certainty) for part in WHOLE_YEAR)
        yield from (FuzzyDate(month + mark, part, certainty) for month, part in product(months, WHOLE_MONTH))
        yield from (FuzzyDate(season + mark, certainty=certainty) for season in groupings[:4])
    for certainty in CERTAINTIES:
        for edtf in (*groupings[4:], *(f"{month}-XX" for month in months), *_around(year)):
            yield FuzzyDate(edtf, certainty=certainty)


def _around(year: int) -> Iterator[str]:
    """Yield what is told with this year and is not within it: its decade, before it and after it."""
    if year % 10 == 0:
        yield f"{year // 10}X"
    yield f"[..{year - 1:04}]"
    if year < 9999:
        yield f"[{year + 1}..]"


def _folded(text: str) -> str:
    words = " ".join(APOSTROPHES.sub("’", text).split())
    return words.casefold().replace(DOT_ABOVE, "").replace("ı", "i")
