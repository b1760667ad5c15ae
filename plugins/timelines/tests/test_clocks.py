"""Clock times: only of days that are known, and told in the time zone of the place."""

import datetime
import json

import pytest
import vobject
from django.core.exceptions import ValidationError
from icalendar import Calendar

from ..clock import clock_of
from ..fuzzy import FuzzyDate, Period
from ..models import Activity
from ..models.clocks import checked_clock
from .making import make_activity, on, planned

NINE, NOON = datetime.time(9, 30), datetime.time(12)
CLOCK = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "a") {
  clock { startsAt endsAt timeZone label } jsonLd
} }"""


def times_of(period, starts_at=NINE, ends_at=None, time_zone="Europe/Istanbul"):
    return clock_of(period, starts_at, ends_at, time_zone=time_zone)


def test_times_belong_to_the_first_and_the_last_day():
    days = Period.between(FuzzyDate("2010-04-06"), FuzzyDate("2010-04-08"))

    clock = times_of(days, ends_at=NOON)

    assert [clock.starts_at.isoformat(), clock.ends_at.isoformat()] == [
        "2010-04-06T09:30:00+03:00",
        "2010-04-08T12:00:00+03:00",
    ]


@pytest.mark.parametrize(
    ("period", "times", "code", "field"),
    [
        (on("2010-04"), {}, "CLOCK_WITHOUT_DAY", "starts_at"),
        (on("2010-04-06~"), {}, "CLOCK_WITHOUT_DAY", "starts_at"),
        (Period.since(FuzzyDate("2010-04-06")), {}, "CLOCK_WITHOUT_DAY", "starts_at"),
        (on("2010-04-06"), {"starts_at": None, "ends_at": NOON}, "CLOCK_START_MISSING", "starts_at"),
        (on("2010-04-06"), {"starts_at": NOON, "ends_at": NINE}, "CLOCK_REVERSED", "ends_at"),
        (on("2010-04-06"), {"time_zone": "Istanbul"}, "CLOCK_ZONE_UNKNOWN", "time_zone"),
        (on("2010-04-06"), {"time_zone": "../etc/passwd"}, "CLOCK_ZONE_UNKNOWN", "time_zone"),
        (on("2010-03-28"), {"starts_at": datetime.time(3, 30)}, "CLOCK_SKIPPED", "starts_at"),
    ],
)
def test_times_that_cannot_have_been_are_refused_at_their_field(period, times, code, field):
    activity = Activity(key="a", period=period, **{"starts_at": NINE, **times})

    with pytest.raises(ValidationError) as problem:
        checked_clock(activity)

    assert [(name, [each.code for each in errors]) for name, errors in problem.value.error_dict.items()] == [
        (field, [code])
    ]
    assert activity.clock is None


@pytest.mark.parametrize(("locale", "label"), [("TR", "09.30–12.00"), ("EN", "09:30–12:00")])
def test_clock_is_told_with_its_time_zone(bilingual_site, ask, locale, label):
    make_activity("a", "2010-01-06", kind="meeting", starts_at=NINE, ends_at=NOON)

    told = ask(CLOCK, locale=locale)["data"]["timelinesActivity"]

    event = json.loads(told["jsonLd"])
    assert told["clock"] == {
        "startsAt": "2010-01-06T09:30:00+02:00",
        "endsAt": "2010-01-06T12:00:00+02:00",
        "timeZone": "Europe/Istanbul",
        "label": label,
    }
    assert [event["@type"], event["startDate"], event["endDate"]] == [
        "Event",
        "2010-01-06T09:30:00+02:00",
        "2010-01-06T12:00:00+02:00",
    ]


def test_calendar_has_moments_with_the_rules_of_their_time_zone_and_whole_days_without(
    client, bilingual_site
):
    """Istanbul had winter time in 2010 and has none now: both have to be in the calendar."""
    make_activity("winter", "2010-01-06", starts_at=NINE, ends_at=NOON)
    make_activity("now", "2026-01-06", starts_at=NINE)
    make_activity("day", "2010-04-06")
    make_activity("month", "2010-04")
    make_activity("came", planned("2011-05-05"), starts_at=NINE, actual_date=FuzzyDate("2011-06-05"))

    body = client.get("/plugins/timelines/en/timeline.ics").content.decode()

    utc = datetime.UTC
    found = {}
    for event in vobject.readOne(body).vevent_list:
        start = event.dtstart.value
        is_moment = isinstance(start, datetime.datetime)
        found[event.summary.value] = start.astimezone(utc) if is_moment else start
    assert found == {
        "EN winter": datetime.datetime(2010, 1, 6, 7, 30, tzinfo=utc),
        "EN now": datetime.datetime(2026, 1, 6, 6, 30, tzinfo=utc),
        "EN day": datetime.date(2010, 4, 6),
        "EN came": datetime.date(2011, 6, 5),
    }
    calendar = Calendar.from_ical(body)
    assert [calendar.errors, [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]] == [
        [],
        ["Europe/Istanbul"],
    ]
    assert "DTSTART;TZID=Europe/Istanbul:20100106T093000\r\n" in body


def test_list_shows_the_times_beside_the_date(client, bilingual_site):
    make_activity("a", "2010-04-06", starts_at=NINE, ends_at=NOON)

    shown = client.get("/plugins/timelines/tr/").content.decode()

    assert '<time datetime="2010-04-06">6 Nisan 2010</time>, <span class="clock">09.30–12.00</span>' in shown
