"""Fuzzy dates: what they know, what they refuse, and that nothing is lost or invented on the way."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..edtf import EDTFError
from ..fuzzy import Certainty, FuzzyDate, FuzzyDateError, Part, Precision, Qualifier


@pytest.mark.parametrize(
    ("edtf", "precision", "qualifier"),
    [
        ("2010-04-06", Precision.DAY, Qualifier.NONE),
        ("2008-06?", Precision.MONTH, Qualifier.UNCERTAIN),
        ("2010-04-XX", Precision.MONTH, Qualifier.NONE),
        ("2010-21~", Precision.SEASON, Qualifier.APPROX),
        ("2010-32", Precision.SEASON, Qualifier.NONE),
        ("2009-36", Precision.QUARTER, Qualifier.NONE),
        ("2009-38", Precision.RANGE, Qualifier.NONE),
        ("2009-41", Precision.HALF, Qualifier.NONE),
        ("2009%", Precision.YEAR, Qualifier.BOTH),
        ("2010-XX-XX", Precision.YEAR, Qualifier.NONE),
        ("Y17000", Precision.YEAR, Qualifier.NONE),
        ("198X", Precision.DECADE, Qualifier.NONE),
        ("19XX", Precision.RANGE, Qualifier.NONE),
        ("2010-1X", Precision.RANGE, Qualifier.NONE),
        ("2010-04-1X", Precision.RANGE, Qualifier.NONE),
        ("156X-12-25", Precision.RANGE, Qualifier.NONE),
        ("[2008~,2010?]", Precision.RANGE, Qualifier.BOTH),
        ("", Precision.UNKNOWN, Qualifier.NONE),
    ],
)
def test_precision_and_qualifier_follow_from_the_edtf(edtf, precision, qualifier):
    known = FuzzyDate(edtf)

    assert (known.precision, known.qualifier) == (precision, qualifier)


@pytest.mark.parametrize(
    ("edtf", "part", "exported", "earliest", "latest"),
    [
        ("2009", Part.EARLY, "2009-33", date(2009, 1, 1), date(2009, 3, 31)),
        ("2009", Part.MID, "[2009-04..2009-09]", date(2009, 4, 1), date(2009, 9, 30)),
        ("2009", Part.LATE, "2009-36", date(2009, 10, 1), date(2009, 12, 31)),
        ("2009", Part.BEGINNING, "2009-01", date(2009, 1, 1), date(2009, 1, 31)),
        ("2009", Part.END, "2009-12", date(2009, 12, 1), date(2009, 12, 31)),
        ("2012-02", Part.EARLY, "[2012-02-01..2012-02-10]", date(2012, 2, 1), date(2012, 2, 10)),
        ("2012-02", Part.MID, "[2012-02-11..2012-02-20]", date(2012, 2, 11), date(2012, 2, 20)),
        ("2012-02", Part.LATE, "[2012-02-21..2012-02-29]", date(2012, 2, 21), date(2012, 2, 29)),
    ],
)
def test_part_has_the_bounds_of_its_export_and_is_read_back_from_it(edtf, part, exported, earliest, latest):
    known = FuzzyDate(edtf, part)

    assert (known.to_edtf(), known.earliest, known.latest) == (exported, earliest, latest)
    assert FuzzyDate.parse(exported, part=part) == known
    assert (FuzzyDate(exported).earliest, FuzzyDate(exported).latest) == (earliest, latest)


def test_quarter_is_not_the_late_part_of_a_year_unless_said_so():
    assert FuzzyDate.parse("2009-36") != FuzzyDate.parse("2009-36", part=Part.LATE)


def test_qualified_part_keeps_its_bounds_and_is_exported_as_the_whole():
    about_late = FuzzyDate("2009~", Part.LATE)

    assert (about_late.earliest, about_late.latest) == (date(2009, 10, 1), date(2009, 12, 31))
    assert about_late.to_edtf() == "2009~"


@pytest.mark.parametrize(
    ("numbers", "edtf"),
    [
        ({"year": 2010, "month": 4, "day": 6}, "2010-04-06"),
        ({"year": 2008, "month": 6, "qualifier": Qualifier.UNCERTAIN}, "2008-06?"),
        ({"year": 2009, "qualifier": Qualifier.BOTH}, "2009%"),
        ({"year": 987, "qualifier": Qualifier.APPROX}, "0987~"),
        ({"year": -44}, "-0044"),
        ({"year": 0}, "0000"),
        ({"year": 17000}, "Y17000"),
        ({"year": -17000}, "Y-17000"),
    ],
)
def test_date_is_made_from_calendar_numbers(numbers, edtf):
    assert FuzzyDate.of(**numbers) == FuzzyDate(edtf)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: FuzzyDate("2008/2011"), "DATE_IS_INTERVAL"),
        (lambda: FuzzyDate("2010-04-06T10:00:00"), "DATE_HAS_CLOCK_TIME"),
        (lambda: FuzzyDate.of(2010, day=6), "DATE_MONTH_MISSING"),
        (lambda: FuzzyDate("198X", Part.LATE), "DATE_PART_WITHOUT_UNIT"),
        (lambda: FuzzyDate("2009-36", Part.LATE), "DATE_PART_WITHOUT_UNIT"),
        (lambda: FuzzyDate("2008-06", Part.END), "DATE_PART_WITHOUT_UNIT"),
        (lambda: FuzzyDate("2010-04-06", Part.EARLY), "DATE_PART_WITHOUT_UNIT"),
        (lambda: FuzzyDate("", Part.EARLY), "DATE_PART_WITHOUT_UNIT"),
        (lambda: FuzzyDate.from_dict(None), "DATE_STORED_SHAPE"),
        (lambda: FuzzyDate.from_dict({"edtf": 2010}), "DATE_STORED_SHAPE"),
        (lambda: FuzzyDate.from_dict({"edtf": "2010", "precision": "YEAR"}), "DATE_STORED_SHAPE"),
        (lambda: FuzzyDate.from_dict({"edtf": "2010", "part": "SOON"}), "DATE_STORED_SHAPE"),
    ],
)
def test_what_is_no_date_is_refused_with_a_code(make, code):
    with pytest.raises(FuzzyDateError) as refused:
        make()

    assert refused.value.code == code


def test_day_that_does_not_exist_is_refused_by_the_calendar():
    with pytest.raises(EDTFError) as refused:
        FuzzyDate.of(2010, month=2, day=29)

    assert refused.value.code == "EDTF_NO_SUCH_DATE"


def test_stored_date_has_all_keys_and_nothing_derived():
    planned = FuzzyDate(
        "2011",
        part=Part.END,
        certainty=Certainty.PLANNED,
        display_override=(("tr", "programın sonu"), ("en", "the programme’s end")),
        source_note="programme document",
    )

    kept = planned.to_dict()

    assert kept == {
        "edtf": "2011",
        "part": "END",
        "certainty": "PLANNED",
        "display_override": {"en": "the programme’s end", "tr": "programın sonu"},
        "source_note": "programme document",
    }
    assert FuzzyDate.from_dict(json.loads(json.dumps(kept, sort_keys=True))) == planned


def test_unknown_date_has_no_bounds():
    unknown = FuzzyDate.parse(" ")

    assert (unknown, unknown.is_known, unknown.earliest, unknown.latest, unknown.to_edtf()) == (
        FuzzyDate.unknown(),
        False,
        None,
        None,
        "",
    )


@given(st.integers(1, 9999), st.sampled_from(Part), st.sampled_from(Qualifier))
def test_part_of_any_year_lies_within_its_year(year, part, qualifier):
    whole, narrowed = FuzzyDate.of(year), FuzzyDate.of(year, part=part, qualifier=qualifier)

    assert whole.earliest <= narrowed.earliest < narrowed.latest <= whole.latest
    assert FuzzyDate.from_dict(narrowed.to_dict()) == narrowed
