"""Periods and durations: the rules between start and end, their order, and EDTF in and out."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..fuzzy import (
    Certainty,
    Duration,
    EndState,
    FuzzyDate,
    FuzzyDateError,
    Part,
    Period,
    TemporalMode,
    export_edtf,
    import_edtf,
)

PAGE_DATE = FuzzyDate("[2010-12..2011-12]")
ABOUT_THIRTY_YEARS = Duration("P30Y", anchor=PAGE_DATE, approximate=True)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Period.between(FuzzyDate("2011"), FuzzyDate("2008-06")), "PERIOD_REVERSED"),
        (lambda: Period.between(FuzzyDate("2010-07"), FuzzyDate("2010", Part.EARLY)), "PERIOD_REVERSED"),
        (lambda: Period.between(FuzzyDate("2011"), FuzzyDate.unknown()), "PERIOD_END_MISSING"),
        (lambda: Period(FuzzyDate("2011"), end_state=EndState.KNOWN), "PERIOD_END_MISSING"),
        (
            lambda: Period(FuzzyDate("2011"), FuzzyDate("2012"), EndState.OPEN, TemporalMode.SPAN),
            "PERIOD_END_NOT_EXPECTED",
        ),
        (lambda: Period(FuzzyDate("2011"), FuzzyDate("2012")), "PERIOD_END_NOT_EXPECTED"),
        (lambda: Period(FuzzyDate("2011"), end_state=EndState.OPEN), "PERIOD_POINT_WITH_END"),
        (lambda: Period(FuzzyDate("2011"), FuzzyDate("2012"), EndState.KNOWN), "PERIOD_POINT_WITH_END"),
        (
            lambda: Period(
                FuzzyDate("2011"), end_state=EndState.OPEN, temporal_mode=TemporalMode.SPAN, starts_open=True
            ),
            "PERIOD_START_NOT_EXPECTED",
        ),
        (lambda: Period(FuzzyDate.unknown(), starts_open=True), "PERIOD_OPEN_START_ALONE"),
        (lambda: Duration("30 years", PAGE_DATE), "DURATION_SYNTAX"),
        (lambda: Duration("P", PAGE_DATE), "DURATION_SYNTAX"),
        (lambda: Duration("P0Y", PAGE_DATE), "DURATION_SYNTAX"),
        (lambda: Duration("P1M1Y", PAGE_DATE), "DURATION_SYNTAX"),
        (lambda: Duration("P30Y", FuzzyDate.unknown()), "DURATION_ANCHOR_MISSING"),
        (lambda: Duration("P3000Y", PAGE_DATE), "DURATION_TOO_LONG"),
        (lambda: Duration("P9999D", FuzzyDate("0002")), "DURATION_TOO_LONG"),
        (lambda: Period.from_dict({"start": {"edtf": "2011"}, "starts_open": "no"}), "DATE_STORED_SHAPE"),
    ],
)
def test_what_is_no_period_is_refused_with_a_code(make, code):
    with pytest.raises(FuzzyDateError) as refused:
        make()

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("period", "earliest", "latest"),
    [
        (Period.at(FuzzyDate("2010")), date(2010, 1, 1), date(2010, 12, 31)),
        (Period.throughout(FuzzyDate("2010")), date(2010, 1, 1), date(2010, 12, 31)),
        (Period.between(FuzzyDate("2008-06"), FuzzyDate("2011")), date(2008, 6, 1), date(2011, 12, 31)),
        (Period.between(FuzzyDate("2010-04"), FuzzyDate("2010")), date(2010, 4, 1), date(2010, 12, 31)),
        (Period.since(FuzzyDate("1994")), date(1994, 1, 1), None),
        (Period.begun(FuzzyDate("1994")), date(1994, 1, 1), None),
        (Period.until(FuzzyDate("2011")), None, date(2011, 12, 31)),
        (Period.by(FuzzyDate("2009", Part.END)), None, date(2009, 12, 31)),
        (Period.lasting(ABOUT_THIRTY_YEARS), date(1980, 1, 1), None),
        (Period.at(FuzzyDate.unknown()), None, None),
    ],
)
def test_period_reaches_from_the_first_day_of_its_start_to_the_last_of_its_end(period, earliest, latest):
    assert (period.earliest, period.latest) == (earliest, latest)
    assert Period.from_dict(period.to_dict()) == period


def test_stored_period_has_all_keys_and_nothing_derived():
    unknown = FuzzyDate.unknown().to_dict()

    assert Period.lasting(ABOUT_THIRTY_YEARS).to_dict() == {
        "start": {**unknown, "edtf": "1980~", "certainty": "ESTIMATED"},
        "end": None,
        "end_state": "OPEN",
        "temporal_mode": "SPAN",
        "starts_open": False,
        "duration": {
            "iso8601": "P30Y",
            "approximate": True,
            "anchor": {**unknown, "edtf": "[2010-12..2011-12]"},
        },
    }


def test_periods_are_told_in_order():
    in_order = [
        Period.since(FuzzyDate("1994")),
        Period.between(FuzzyDate("2008-06"), FuzzyDate("2011")),
        Period.by(FuzzyDate("2009", Part.END)),
        Period.between(FuzzyDate("2010"), FuzzyDate("2012")),
        Period.throughout(FuzzyDate("2010")),
        Period.at(FuzzyDate("2010-01-01")),
        Period.at(FuzzyDate("2010")),
        Period.at(FuzzyDate("2010-04-06")),
        Period.at(FuzzyDate("[2011..]")),
        Period.at(FuzzyDate.unknown()),
    ]

    assert all(one.sort_key < other.sort_key for one, other in pairwise(in_order))


@pytest.mark.parametrize(
    ("period", "today", "answer"),
    [
        (Period.at(FuzzyDate("2011", certainty=Certainty.PLANNED)), date(2011, 12, 31), False),
        (Period.at(FuzzyDate("2011", certainty=Certainty.PLANNED)), date(2012, 1, 1), True),
        (Period.at(FuzzyDate("2011", Part.EARLY, Certainty.PLANNED)), date(2011, 4, 1), True),
        (Period.at(FuzzyDate("2011")), date(2012, 1, 1), False),
        (Period.at(FuzzyDate("[2011..]", certainty=Certainty.PLANNED)), date(2030, 1, 1), False),
        (Period.at(FuzzyDate.unknown(certainty=Certainty.PLANNED)), date(2030, 1, 1), False),
        (
            Period.between(FuzzyDate("2008-06"), FuzzyDate("2011", certainty=Certainty.PLANNED)),
            date(2012, 1, 1),
            True,
        ),
    ],
)
def test_planned_date_is_flagged_once_it_has_gone_by(period, today, answer):
    assert period.is_planned_and_past(today=today) is answer


@pytest.mark.parametrize(
    ("duration", "start"),
    [
        (ABOUT_THIRTY_YEARS, "1980~"),
        (Duration("P30Y", FuzzyDate("2010-04-06")), "1980~"),
        (Duration("P1Y6M", FuzzyDate("2010-04-06")), "2008-10~"),
        (Duration("P6M", FuzzyDate("2010")), "2009~"),
        (Duration("P2W", FuzzyDate("2010-04-06")), "2010-03-23"),
        (Duration("P2W", FuzzyDate("2010-04-06?")), "2010-03-23~"),
        (Duration("P1M1D", FuzzyDate("2010-03-31")), "2010-02-27"),
    ],
)
def test_duration_counts_back_no_more_precisely_than_it_and_its_anchor_are(duration, start):
    assert duration.derived_start() == FuzzyDate(start, certainty=Certainty.ESTIMATED)


@pytest.mark.parametrize(
    "edtf",
    [
        *("2010", "2010-04-06", "2009~", "198X", "2009-36", "[2009-11,2009-12]", "{2008..2010}", ""),
        *(
            "2008-06/2011",
            "2010-04-06/2010-04-08",
            "1980~/..",
            "1994/",
            "../2011",
            "/2011",
            "../..",
            "../",
            "/..",
        ),
        *("2010-21/2010-23?", "-0044/0010", "201X/2020", "2010-04-XX/2010-06"),
    ],
)
def test_edtf_string_survives_the_way_in_and_out(edtf):
    assert export_edtf(import_edtf(edtf)) == edtf


@pytest.mark.parametrize(
    ("period", "edtf"),
    [
        (Period.throughout(FuzzyDate("2010")), "2010"),
        (Period.at(FuzzyDate("2009", Part.LATE)), "2009-36"),
        (Period.since(FuzzyDate("2009", Part.LATE)), "2009/.."),
        (Period.between(FuzzyDate("2009-36"), FuzzyDate("2010-41")), "2009/2010"),
        (Period.between(FuzzyDate("2008-06", Part.MID), FuzzyDate("2009", Part.END)), "2008-06/2009-12"),
        (Period.between(FuzzyDate("2008"), FuzzyDate("2009~", Part.END)), "2008/2009~"),
        (Period.by(FuzzyDate("2009", Part.END)), "../2009-12"),
        (Period.between(FuzzyDate("2009-30"), FuzzyDate("2010-30")), "2009/2011"),
        (Period.since(FuzzyDate("[2008..2010]")), ""),
        (Period.since(FuzzyDate("Y-17000")), ""),
        (Period.lasting(ABOUT_THIRTY_YEARS), "1980~/.."),
    ],
)
def test_period_is_exported_no_more_precisely_than_it_is(period, edtf):
    assert export_edtf(period) == edtf


def test_imported_interval_is_a_span_and_a_date_a_moment():
    planned = Certainty.PLANNED

    assert import_edtf("2011", certainty=planned) == Period.at(FuzzyDate("2011", certainty=planned))
    assert import_edtf("2008/2011", certainty=planned) == Period.between(
        FuzzyDate("2008", certainty=planned), FuzzyDate("2011", certainty=planned)
    )


years_with_parts = st.builds(
    lambda year, part: FuzzyDate.of(year, part=part),
    st.integers(1900, 2100),
    st.sampled_from([None, *Part]),
)
groupings = st.builds("{}-{}".format, st.integers(1900, 2100), st.integers(21, 41)).map(FuzzyDate)


@given(years_with_parts | groupings, years_with_parts | groupings)
def test_export_of_any_period_contains_the_period(one, other):
    start, end = sorted((one, other), key=lambda known: known.earliest)
    period = Period.between(start, end)

    exported = import_edtf(export_edtf(period))

    assert exported.earliest <= period.earliest
    assert exported.latest >= period.latest
