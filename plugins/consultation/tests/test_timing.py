"""What the clock says: in time, in grace, late or too late, to the microsecond."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ..domain import Window
from ..models.policies import EditPolicy, LatePolicy
from ..submissions.timing import Terms, Verdict

OPENS, CLOSES = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 30, 21, tzinfo=UTC)
JUST = timedelta(microseconds=1)
WINDOW = Window(OPENS, CLOSES)
GRACE = timedelta(minutes=10)


@pytest.mark.parametrize(
    ("at", "opened_at", "expected"),
    [
        (OPENS - JUST, None, Verdict.TOO_EARLY),
        (OPENS, None, Verdict.IN_TIME),
        (CLOSES - JUST, None, Verdict.IN_TIME),
        (CLOSES, None, Verdict.CLOSED),
        (CLOSES, CLOSES - JUST, Verdict.GRACE),
        (CLOSES + GRACE - JUST, CLOSES - JUST, Verdict.GRACE),
        (CLOSES + GRACE, CLOSES - JUST, Verdict.CLOSED),
        (CLOSES, CLOSES, Verdict.CLOSED),
        (CLOSES, OPENS - JUST, Verdict.CLOSED),
    ],
)
def test_only_rounds_in_open_accept_web_submissions(at, opened_at, expected):
    terms = Terms(window=WINDOW, late=LatePolicy.REJECT, grace=GRACE)

    assert terms.verdict(at, opened_at=opened_at) is expected


@pytest.mark.parametrize(
    ("late", "until", "at", "expected"),
    [
        (LatePolicy.ACCEPT_FLAGGED, None, CLOSES, Verdict.LATE),
        (LatePolicy.ACCEPT_UNTIL, CLOSES + GRACE, CLOSES + GRACE - JUST, Verdict.LATE),
        (LatePolicy.ACCEPT_UNTIL, CLOSES + GRACE, CLOSES + GRACE, Verdict.CLOSED),
        (LatePolicy.ACCEPT_UNTIL, None, CLOSES, Verdict.CLOSED),
    ],
)
def test_what_comes_late_follows_the_policy(late, until, at, expected):
    assert Terms(window=WINDOW, late=late, accept_until=until).verdict(at) is expected


@pytest.mark.parametrize("at", [OPENS, CLOSES - JUST, CLOSES])
def test_nothing_is_taken_while_a_round_is_suspended(at):
    terms = Terms(window=replace(WINDOW, suspended_at=WINDOW.opens_at))

    assert terms.verdict(at) is Verdict.SUSPENDED
    assert not terms.may_edit(at, received_at=OPENS)


@pytest.mark.parametrize(
    ("edit", "at", "may"),
    [
        (EditPolicy.UNTIL_CLOSE, CLOSES - JUST, True),
        (EditPolicy.UNTIL_CLOSE, CLOSES, False),
        (EditPolicy.MINUTES, OPENS + GRACE - JUST, True),
        (EditPolicy.MINUTES, OPENS + GRACE, False),
        (EditPolicy.NONE, OPENS, False),
    ],
)
def test_changing_ends_when_the_policy_says(edit, at, may):
    terms = Terms(window=WINDOW, edit=edit, edit_for=GRACE)

    assert terms.may_edit(at, received_at=OPENS) == may
