"""Facts are kept once, as they are known; what is derived from them is always true."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import translation

from ..fuzzy import Certainty, Duration, FuzzyDate, Part, Period
from ..models import Activity, ActivityText
from ..models.fields import undated
from ..ordering import LONGEST_CHAIN
from .making import keys_in_order, make_activity, make_text, on, planned

pytestmark = pytest.mark.django_db

LATE_2009 = FuzzyDate("2009", Part.LATE, source_note="s. 3", display_override=(("tr", "2009 güzü"),))
PERIODS = [
    undated(),
    Period.at(LATE_2009),
    Period.throughout(FuzzyDate("2010")),
    Period.between(FuzzyDate("2008-06"), FuzzyDate("2011", certainty=Certainty.PLANNED)),
    Period.since(FuzzyDate("1994")),
    Period.begun(FuzzyDate("1994~")),
    Period.until(FuzzyDate("2011")),
    Period.lasting(Duration("P30Y", FuzzyDate("[2010-12..2011-12]"), approximate=True)),
]


@pytest.mark.parametrize("period", PERIODS)
def test_period_comes_back_from_the_database_and_from_a_revision(period):
    stored = make_activity("a", period)

    revised = stored.save_revision().as_object()

    assert [Activity.objects.get(pk=stored.pk).period, revised.period] == [period, period]


def test_column_refuses_what_is_no_period():
    activity = Activity(key="a", kind="milestone", period={"start": {"edtf": "2009-13"}})

    with pytest.raises(ValidationError) as refusal:
        activity.full_clean()

    assert [error.code for error in refusal.value.error_dict["period"]] == ["EDTF_SYNTAX"]


@pytest.mark.parametrize(
    ("period", "earliest", "latest", "certainty"),
    [
        (on("2009", Part.LATE), "2009-10-01", "2009-12-31", "OCCURRED"),
        (Period.since(FuzzyDate("1994")), "1994-01-01", None, "OCCURRED"),
        (Period.until(FuzzyDate("2011")), None, "2011-12-31", "OCCURRED"),
        (on("1980~", certainty=Certainty.ESTIMATED), "1980-01-01", "1980-12-31", "ESTIMATED"),
        (PERIODS[3], "2008-06-01", "2011-12-31", "PLANNED"),
        (undated(), None, None, "OCCURRED"),
    ],
)
def test_saving_derives_days_and_certainty(period, earliest, latest, certainty):
    stored = Activity.objects.get(pk=make_activity("a", period).pk)

    days = [day and day.isoformat() for day in (stored.earliest, stored.latest)]
    assert [*days, stored.certainty] == [earliest, latest, certainty]


def test_activities_stand_in_the_order_of_their_dates():
    make_activity("undated", undated())
    make_activity("at_some_moment_in_2010", on("2010"))
    make_activity("later_the_same_day", on("2010-01-01"), order_hint=1)
    make_activity("first_the_same_day", on("2010-01-01"), order_hint=-1)
    make_activity("throughout_2010", Period.throughout(FuzzyDate("2010")))
    make_activity("since_2010", Period.since(FuzzyDate("2010")))
    make_activity("before_our_time", on("-0044"))
    make_activity("by_2009", Period.by(FuzzyDate("2009")))

    assert keys_in_order() == [
        "before_our_time",
        "by_2009",
        "since_2010",
        "throughout_2010",
        "first_the_same_day",
        "later_the_same_day",
        "at_some_moment_in_2010",
        "undated",
    ]


def test_undated_activities_stand_behind_those_they_follow():
    start = make_activity("start", "2009")
    make_activity("rival", "2009")
    sent = make_activity("sent", after=make_activity("prepared", after=start))
    make_activity("adrift", after=make_activity("nobody_knows"))
    make_activity("met", after=start, order_hint=1)
    make_activity("next", "2010")

    assert keys_in_order() == ["start", "prepared", "sent", "met", "rival", "next", "nobody_knows", "adrift"]
    assert sent.sort_key == Activity.objects.get(key="sent").sort_key


def test_followers_move_with_the_activity_that_they_follow():
    start = make_activity("start", "2009")
    make_activity("sent", after=make_activity("prepared", after=start))
    make_activity("meanwhile", "2010")

    start.period = on("2011")
    start.save()

    assert keys_in_order() == ["meanwhile", "start", "prepared", "sent"]


def test_followers_go_back_when_an_older_revision_is_published_again():
    start = make_activity("start", "2009")
    make_activity("prepared", after=start)
    make_activity("meanwhile", "2010")
    first = start.save_revision()
    start.period = on("2011")
    start.save_revision().publish()

    first.publish()

    assert keys_in_order() == ["start", "prepared", "meanwhile"]


def test_activity_with_a_date_of_its_own_stands_by_its_date():
    start = make_activity("start", "2009")
    make_activity("meanwhile", "2010")
    make_activity("later", "2011", after=start)

    assert keys_in_order() == ["start", "meanwhile", "later"]


def test_activity_cannot_follow_itself():
    first = make_activity("first")
    second = make_activity("second", after=first)
    first.after = second

    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        first.save()

    message = "It would follow itself. Choose another activity, or none."
    assert refusal.value.message_dict == {"after": [message]}


def test_chain_of_undated_activities_has_an_end():
    last = make_activity("a0", texts=())
    for number in range(1, LONGEST_CHAIN + 1):
        last = make_activity(f"a{number}", texts=(), after=last)

    with pytest.raises(ValidationError):
        make_activity("too_many", texts=(), after=last)


def test_activity_that_others_follow_is_not_deleted_by_accident():
    start = make_activity("start", "2009")
    make_activity("prepared", after=start)

    with pytest.raises(ProtectedError):
        start.delete()


def test_draft_of_the_facts_changes_nothing_that_readers_see():
    activity = make_activity("a", "2009")
    make_activity("b", "2010")

    activity.period = on("2012")
    activity.save_revision()

    stored = Activity.objects.get(pk=activity.pk)
    assert [stored.period, stored.earliest] == [on("2009"), datetime.date(2009, 1, 1)]
    assert keys_in_order() == ["a", "b"]


@pytest.mark.parametrize(
    ("period", "actual", "field"),
    [
        (on("2011"), FuzzyDate("2012"), "actual_date"),
        (planned("2011"), FuzzyDate("2012", certainty=Certainty.PLANNED), "actual_date"),
        (planned("2011"), FuzzyDate(""), "actual_date"),
        (planned("2011"), FuzzyDate("2012-03"), None),
    ],
)
def test_only_a_plan_can_come_true(period, actual, field):
    activity = make_activity("a", period)
    activity.actual_date = actual
    refused = []

    try:
        activity.full_clean()
    except ValidationError as refusal:
        refused = list(refusal.message_dict)

    assert refused == ([field] if field else [])


def test_texts_of_one_activity_are_translations_of_each_other():
    activity = make_activity("a")

    keys = set(ActivityText.objects.values_list("translation_key", flat=True))

    assert keys == {activity.text_key}


def test_editors_know_an_activity_by_its_title_in_the_first_language():
    activity = make_activity("a", texts=("en",))
    titles = [str(Activity.objects.get(pk=activity.pk))]

    text = make_text(activity, "tr", title="İlk toplantı")
    titles.append(str(Activity.objects.get(pk=activity.pk)))
    text.delete()
    activity.save()
    titles.append(str(Activity.objects.get(pk=activity.pk)))

    assert titles == ["EN a", "İlk toplantı", "EN a"]
