"""Time rules: when a round opens and closes, and the state at an instant."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..domain import (
    FIRST_DAY,
    LAST_DAY,
    Fact,
    History,
    Period,
    State,
    Window,
    are_in_order,
    closing_instant,
    current_window,
    latest_first,
    opening_instant,
    state_at,
)

ISTANBUL = ZoneInfo("Europe/Istanbul")
SECOND = timedelta(seconds=1)
MAY = Period(date(2026, 5, 4), date(2026, 5, 29)).window(zone=ISTANBUL)
JULY = Period(date(2026, 7, 1), date(2026, 7, 15)).window(zone=ISTANBUL)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
ZONES = st.sampled_from(["Europe/Istanbul", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata", "UTC"])


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("closes_on", "zone", "instant"),
    [
        (date(2026, 11, 30), "Europe/Istanbul", "2026-11-30T21:00"),
        (date(2010, 12, 31), "Europe/Istanbul", "2010-12-31T22:00"),  # winters were UTC+2 until 2016
        (date(2010, 6, 30), "Europe/Istanbul", "2010-06-30T21:00"),
        (date(2015, 10, 31), "Europe/Istanbul", "2015-10-31T21:00"),  # summer time was extended by decree
        (date(2015, 11, 8), "Europe/Istanbul", "2015-11-08T22:00"),
        (date(2018, 11, 3), "America/Sao_Paulo", "2018-11-04T03:00"),  # 4 November began at 01:00
        (date(2026, 10, 31), "America/Havana", "2026-11-01T04:00"),  # 1 November has two midnights
        (date(2011, 12, 29), "Pacific/Apia", "2011-12-30T10:00"),  # there was no 30 December
    ],
)
def test_round_closes_when_the_next_local_day_begins(closes_on, zone, instant):
    assert closing_instant(closes_on, zone=ZoneInfo(zone)) == utc(instant)


@pytest.mark.parametrize(
    ("closes_on", "closes_time", "zone", "instant"),
    [
        (date(2026, 11, 30), time(17, 0), "Europe/Istanbul", "2026-11-30T14:00"),
        (date(2026, 3, 29), time(2, 30), "Europe/Berlin", "2026-03-29T01:30"),  # skipped: 03:30 is meant
        (date(2026, 10, 25), time(2, 30), "Europe/Berlin", "2026-10-25T01:30"),  # twice: the second time
    ],
)
def test_given_closing_time_is_the_first_instant_too_late(closes_on, closes_time, zone, instant):
    closes_at = closing_instant(closes_on, zone=ZoneInfo(zone), closes_time=closes_time)

    assert closes_at == utc(instant)


@pytest.mark.parametrize(
    ("opens_on", "opens_time", "zone", "instant"),
    [
        (date(2026, 5, 4), None, "Europe/Istanbul", "2026-05-03T21:00"),
        (date(2026, 5, 4), time(9, 30), "Europe/Istanbul", "2026-05-04T06:30"),
        (date(2018, 11, 4), None, "America/Sao_Paulo", "2018-11-04T03:00"),
        (date(2026, 10, 25), time(2, 30), "Europe/Berlin", "2026-10-25T00:30"),  # twice: the first time
    ],
)
def test_round_opens_with_the_first_instant_of_its_day_or_time(opens_on, opens_time, zone, instant):
    assert opening_instant(opens_on, zone=ZoneInfo(zone), opens_time=opens_time) == utc(instant)


@given(day=DAYS.filter(lambda day: day < LAST_DAY), zone=ZONES)
def test_each_day_closes_in_the_instant_in_which_the_next_opens(day, zone):
    next_day = day + timedelta(days=1)

    assert closing_instant(day, zone=ZoneInfo(zone)) == opening_instant(next_day, zone=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (MAY.opens_at - SECOND, State.SCHEDULED),
        (MAY.opens_at, State.OPEN),
        (MAY.closes_at - SECOND, State.OPEN),
        (MAY.closes_at, State.SCHEDULED),  # the second round is known
        (JULY.opens_at, State.OPEN),
        (JULY.closes_at - SECOND, State.OPEN),
        (JULY.closes_at, State.CLOSED),
    ],
)
def test_state_changes_with_the_instant_of_opening_and_of_closing(now, state):
    assert state_at(now, windows=[JULY, MAY]) == state


@pytest.mark.parametrize("now", [MAY.opens_at, MAY.closes_at])
def test_historical_record_is_unknown_at_any_time(now):
    assert state_at(now, windows=[], is_historical=True) == State.UNKNOWN


def test_consultation_without_rounds_is_a_draft():
    assert state_at(MAY.opens_at, windows=[]) == State.DRAFT


@pytest.mark.parametrize(
    ("now", "window"),
    [
        (MAY.opens_at - SECOND, MAY),
        (MAY.closes_at - SECOND, MAY),
        (MAY.closes_at, JULY),
        (JULY.closes_at, JULY),
    ],
)
def test_current_round_is_the_open_one_else_the_next_else_the_last(now, window):
    assert current_window(now, windows=[JULY, MAY]) == window


@pytest.mark.parametrize(
    ("received_at", "is_in_time"),
    [
        (MAY.opens_at - SECOND, False),
        (MAY.opens_at, True),
        (MAY.closes_at - timedelta(microseconds=1), True),
        (MAY.closes_at, False),
    ],
)
def test_window_accepts_from_its_opening_until_just_before_its_closing(received_at, is_in_time):
    assert MAY.accepts(received_at) is is_in_time


@pytest.mark.parametrize(
    ("second", "is_in_order"),
    [
        (Period(date(2026, 5, 30), date(2026, 6, 5)), True),
        (Period(date(2026, 5, 29), date(2026, 6, 5)), False),
        (Period(date(2026, 5, 29), date(2026, 6, 5), opens_time=time(18, 0)), False),
    ],
)
def test_rounds_are_in_order_when_each_ends_before_the_next_begins(second, is_in_order):
    first = Period(date(2026, 5, 4), date(2026, 5, 29))

    assert are_in_order([first, second]) is is_in_order


def test_second_round_may_open_on_the_day_on_which_the_first_closes_at_a_time():
    first = Period(date(2026, 5, 4), date(2026, 5, 29), closes_time=time(12, 0))
    second = Period(date(2026, 5, 29), date(2026, 6, 5), opens_time=time(12, 0))

    assert are_in_order([first, second])


@given(st.lists(DAYS.map(lambda day: closing_instant(day, zone=ISTANBUL)), unique=True))
def test_list_key_puts_the_latest_closing_first_and_no_date_last(instants):
    ordered = sorted([None, *instants], key=latest_first)

    assert ordered == [*sorted(instants, reverse=True), None]


@pytest.mark.parametrize(
    ("history", "unknown"),
    [
        (History(), tuple(Fact)),
        (History(sent_on=date(2010, 5, 5)), (Fact.CLOSES_ON, Fact.RECIPIENTS, Fact.RESPONSES, Fact.OUTCOME)),
        (History(recipients_count=0, responses_received=0), (Fact.SENT_ON, Fact.CLOSES_ON, Fact.OUTCOME)),
    ],
)
def test_history_names_what_nobody_knows(history, unknown):
    assert history.unknown == unknown


def test_window_of_a_period_is_in_utc():
    period = Period(date(2026, 11, 2), date(2026, 11, 30), time(9, 0), time(17, 0))

    assert period.window(zone=ISTANBUL) == Window(utc("2026-11-02T06:00"), utc("2026-11-30T14:00"))
