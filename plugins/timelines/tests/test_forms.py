"""The editor's form: every date can be typed, comes back as it was, and a refusal says what to do."""

import pytest
from django.utils import translation

from ..forms import initial_of
from ..fuzzy import Certainty, Duration, FuzzyDate, Part, Period
from ..models import Activity
from ..overall import certainty_of
from ..panels import ACTIVITY
from .making import on, planned

pytestmark = pytest.mark.django_db

EMPTY = {
    "key": "a",
    "kind": "milestone",
    "order_hint": "0",
    "time_zone": "Europe/Istanbul",
    **{
        f"{rows}-{name}": "0"
        for rows in ("organisations", "documents", "relations")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    },
}
NOT_EDTF = "“6 Nisan” is not an EDTF date. Write it like 2010-04-06, 2010-04, 2010, 2009~, 198X or 2008/2011."
OWN_WORDS = FuzzyDate("2009", Part.LATE, display_override=(("en", "autumn 2009"),), source_note="p. 3")


def form_of(activity, **typed):
    form_class = ACTIVITY.bind_to_model(Activity).get_form_class()
    return form_class({**EMPTY, **typed}, instance=activity)


def typed_for(period, actual_date=None):
    shown = initial_of(period, actual_date)
    return {name: value for name, value in shown.items() if value not in (False, "")}


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ({}, on("")),
        ({"start": "2009", "start_part": "LATE"}, on("2009", Part.LATE)),
        ({"start": "2009-36", "start_part": "LATE"}, on("2009", Part.LATE)),
        ({"start": " 2010 ", "temporal_mode": "SPAN"}, Period.throughout(FuzzyDate("2010"))),
        ({"start": "2011", "start_certainty": "PLANNED"}, planned("2011")),
        ({"start_certainty": "PLANNED"}, planned("")),
        (
            {"start": "1994", "temporal_mode": "SPAN", "end_state": "OPEN"},
            Period.since(FuzzyDate("1994")),
        ),
        (
            {"start": "2008-06", "temporal_mode": "SPAN", "end_state": "KNOWN", "end": "2011"},
            Period.between(FuzzyDate("2008-06"), FuzzyDate("2011")),
        ),
        (
            {"duration": "p30y", "duration_is_approximate": "on", "duration_anchor": "2010"},
            Period.lasting(Duration("P30Y", FuzzyDate("2010"), approximate=True)),
        ),
    ],
)
def test_form_makes_one_period_of_what_is_typed(typed, period):
    form = form_of(Activity(), **typed)

    assert [form.errors, form.instance.period] == [{}, period]


@pytest.mark.parametrize(
    "period",
    [
        Period.at(OWN_WORDS),
        Period.by(FuzzyDate("2009", Part.END)),
        Period.until(FuzzyDate("2011", certainty=Certainty.PLANNED)),
        Period.begun(FuzzyDate("1994~", certainty=Certainty.ESTIMATED)),
        Period.between(OWN_WORDS, FuzzyDate("2011", Part.EARLY, source_note="p. 4")),
        Period.lasting(Duration("P1Y6M", FuzzyDate("2010-12"))),
    ],
)
def test_form_changes_nothing_that_is_not_changed(period):
    is_plan = certainty_of(period) is Certainty.PLANNED
    actual_date = FuzzyDate("2012", Part.MID, source_note="p. 5") if is_plan else None
    activity = Activity(period=period, actual_date=actual_date)

    form = form_of(activity, **typed_for(period, actual_date))
    form.is_valid()

    assert [form.instance.period, form.instance.actual_date] == [period, actual_date]


def test_own_words_of_a_date_do_not_pass_to_another_date():
    form = form_of(Activity(period=Period.at(OWN_WORDS)), start="2010", start_part="LATE")

    assert [form.errors, form.instance.period] == [{}, on("2010", Part.LATE)]


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        (
            {"start": "6 Nisan"},
            "start",
            NOT_EDTF,
        ),
        (
            {"start": "2008/2011"},
            "start",
            "“2008/2011” is two dates. Give the start and the end one by one.",
        ),
        (
            {"start": "2008-06", "start_part": "END"},
            "start",
            "END does not go with “2008-06”. A year has all five parts, a month EARLY, MID and LATE.",
        ),
        (
            {"start": "2011", "temporal_mode": "SPAN", "end_state": "KNOWN", "end": "2008"},
            "end",
            "The period ends (2008) before it begins (2011). Put the earlier date first.",
        ),
        (
            {"start": "2011", "temporal_mode": "SPAN", "end_state": "KNOWN"},
            "end",
            "The end is said to be known. Give its date, or say that it is open or unknown.",
        ),
        (
            {"start": "2011", "end": "2012"},
            "end_state",
            "The end is said to be NONE, yet it has a date. Say KNOWN or remove the date.",
        ),
        (
            {"start": "2011", "end": "2012", "end_state": "KNOWN"},
            "temporal_mode",
            "A moment has no start and end. Choose SPAN, or write one date such as [2008..2010].",
        ),
        (
            {"duration": "30 years", "duration_anchor": "2010"},
            "duration",
            "“30 YEARS” is not a length of time. Write it like P30Y, P1Y6M, P2W or P10D.",
        ),
        (
            {"duration": "P30Y"},
            "duration_anchor",
            "A length of time counts back from a date. Give that date, at least its year.",
        ),
        (
            {"start": "2011", "actual_date": "2012"},
            "actual_date",
            "Nothing here is planned. Say so of the date, or leave this empty.",
        ),
    ],
)
def test_refusal_stands_at_its_field_and_says_what_to_do(typed, field, message):
    with translation.override("en"):
        errors = form_of(Activity(), **typed).errors
        told = {name: [str(each) for each in messages] for name, messages in errors.items()}

    assert told == {field: [message]}


def test_fact_that_settles_a_plan_can_be_typed_and_taken_back():
    typed = {"start": "2011", "start_certainty": "PLANNED"}
    activity = Activity(period=planned("2011"))
    known = []

    for more in ({"actual_date": "2012-03"}, {}):
        form = form_of(activity, **typed, **more)
        known.append((form.errors, form.instance.actual_date))

    assert known == [({}, FuzzyDate("2012-03")), ({}, None)]
