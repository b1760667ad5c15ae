"""The wording table: every way of dating, in both languages, standing alone and in a sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..fuzzy import FuzzyDate, Period, import_edtf
from ..labels import LANGUAGES, Form, Style, english, label, turkish
from .wording import ABOUT_30_YEARS, BEYOND_THE_TABLE, WORDING

MONTHS = (*english.SHORT_MONTHS, *turkish.SHORT_MONTHS)


@pytest.mark.parametrize(("when", "tr", "tr_sentence", "en", "en_sentence"), WORDING + BEYOND_THE_TABLE)
def test_date_is_told_in_both_languages(when, tr, tr_sentence, en, en_sentence):
    told = [
        label(when, language=language, style=Style(form=form))
        for language in ("tr", "en")
        for form in (Form.LABEL, Form.SENTENCE)
    ]

    assert told == [tr, tr_sentence, en, en_sentence]


@pytest.mark.parametrize(
    ("when", "style", "tr", "en"),
    [
        (FuzzyDate("2010-04-06"), Style(weekday=True), "6 Nisan 2010 Salı", "Tuesday 6 April 2010"),
        (
            FuzzyDate("2010-04-06"),
            Style(Form.SENTENCE, weekday=True),
            *("6 Nisan 2010 Salı günü", "on Tuesday 6 April 2010"),
        ),
        (
            FuzzyDate("2010-04-06"),
            Style(Form.SENTENCE, alternative=True),
            "6 Nisan 2010’da",
            "on 6 April 2010",
        ),
        (FuzzyDate("2011"), Style(Form.SENTENCE, alternative=True), "2011’de", "in 2011"),
        (import_edtf("1994/.."), Style(Form.SENTENCE, alternative=True), "1994’ten bu yana", "since 1994"),
        (Period.lasting(ABOUT_30_YEARS), Style(elsewhere=True), "1980 civarından beri", "since around 1980"),
        (Period.lasting(ABOUT_30_YEARS), Style(Form.SHORT), "yakl. 30 yıl", "c. 30 years"),
        (FuzzyDate("2010-04-06"), Style(Form.SHORT), "6 Nis 2010", "6 Apr 2010"),
        (FuzzyDate("2009-36"), Style(Form.SHORT), "2009 4. çeyrek", "Q4 2009"),
        (FuzzyDate("2009-41"), Style(Form.SHORT), "2009 2. yarı", "H2 2009"),
        (import_edtf("2010-04-06/2010-04-08"), Style(Form.SHORT), "6–8 Nis 2010", "6–8 Apr 2010"),
        (import_edtf("1994/.."), Style(Form.SHORT), "1994’ten beri", "since 1994"),
        (import_edtf("1994/"), Style(Form.SHORT), "1994 – ?", "1994 – ?"),
    ],
)
def test_style_changes_the_words(when, style, tr, en):
    assert [label(when, language=language, style=style) for language in ("tr", "en")] == [tr, en]


years, months, days = st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)
calendar_dates = st.one_of(
    st.tuples(years),
    st.tuples(years, months),
    st.tuples(years, months, days),
)


@given(calendar_dates, st.sampled_from(list(LANGUAGES)), st.sampled_from(Form), st.booleans())
def test_no_day_and_no_month_is_told_that_is_not_stored(numbers, language, form, alternative):
    known = FuzzyDate.of(**dict(zip(("year", "month", "day"), numbers, strict=False)))

    told = label(known, language=language, style=Style(form, alternative=alternative))

    names_of_months = [name for name in MONTHS if name in told]
    assert [int(number) for number in re.findall("[0-9]+", told)] == [*numbers[2:], numbers[0]]
    assert bool(names_of_months) is (len(numbers) > 1)
