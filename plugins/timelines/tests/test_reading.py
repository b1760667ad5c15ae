"""Dates in words come back as the dates they were told from, and nothing else is read."""

import pytest

from ..fuzzy import Certainty, FuzzyDate, FuzzyDateError, Part
from ..reading import read
from .wording import WORDING

SETS_OF_SEVERAL = ("[2009-11,2009-12]", "{2008,2009,2010}")
TOLD_DATES = [row for row in WORDING if isinstance(row[0], FuzzyDate) and row[0].edtf not in SETS_OF_SEVERAL]


@pytest.mark.parametrize(("date", "tr", "tr_sentence", "en", "en_sentence"), TOLD_DATES)
def test_row_of_the_wording_table_is_read_back(date, tr, tr_sentence, en, en_sentence):
    assert [read(tr, language="tr"), read(en, language="en")] == [date, date]


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("2009'un 4. çeyreği", "tr", FuzzyDate("2009-36")),
        ("2011'de", "tr", FuzzyDate("2011")),
        ("  6  NİSAN 2010 ", "tr", FuzzyDate("2010-04-06")),
        ("19 MAYIS 2010", "tr", FuzzyDate("2010-05-19")),
        ("Haz 2008", "tr", FuzzyDate("2008-06")),
        ("2009 YILI SONLARINDA", "tr", FuzzyDate("2009", Part.LATE)),
        ("Late 2009", "en", FuzzyDate("2009", Part.LATE)),
        ("on 6 april 2010", "en", FuzzyDate("2010-04-06")),
        ("in the course of 2011", "en", FuzzyDate("2011", certainty=Certainty.PLANNED)),
    ],
)
def test_words_are_read_whatever_their_letters_and_apostrophes(text, language, date):
    assert read(text, language=language) == date


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("towards the end of 2009", "en"),
        ("late 2009 or so", "en"),
        ("06.04.2010", "tr"),
        ("31 Nisan 2010", "tr"),
        ("6 Nisan 2010", "en"),
        ("2008–2010", "en"),
        ("", "en"),
        ("9" * 20_000, "en"),
    ],
    ids=range(8),
)
def test_other_words_are_refused(text, language):
    with pytest.raises(FuzzyDateError) as refused:
        read(text, language=language)

    assert refused.value.code == "DATE_WORDS_UNKNOWN"
