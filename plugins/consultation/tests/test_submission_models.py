"""What the tables of submissions hold to by themselves, whoever writes into them."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from ..models import Opinion, Respondent, Round, Submission
from .making import PRESENT, make_consultation

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def make_row(round_: Round, reference: str, **fields) -> Submission:
    return Submission.objects.create(
        round=round_,
        reference=reference,
        language="tr",
        started_at=NOW,
        manage_token_hash=reference,
        **fields,
    )


@pytest.fixture
def open_round(db):
    return make_consultation("protocol", PRESENT).rounds.get()


def test_one_current_submission_for_each_invitation_and_round(open_round):
    withdrawn = make_row(open_round, "a", invitation_key="letter-1", state="withdrawn", received_at=NOW)
    current = make_row(open_round, "b", invitation_key="letter-1")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(open_round, "c", invitation_key="letter-1")

    assert set(Submission.objects.all()) == {withdrawn, current}


def test_what_was_submitted_has_a_time(open_round):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(open_round, "a", state="submitted")


def test_a_round_with_submissions_cannot_be_deleted(open_round):
    make_row(open_round, "a")

    with pytest.raises(ProtectedError):
        open_round.delete()


@pytest.mark.parametrize(
    ("fields", "is_counted"),
    [
        ({"state": "started"}, False),
        ({"state": "submitted"}, True),
        ({"state": "withdrawn"}, False),
        ({"state": "submitted", "is_late": True}, False),
        ({"state": "accepted", "is_late": True, "late_decision": "counted"}, True),
    ],
)
def test_a_late_one_counts_once_that_is_decided(fields, is_counted):
    assert Submission(**fields).is_counted == is_counted


def test_text_of_a_respondent_never_names_them():
    assert "Ayşe" not in str(Respondent(pk=7, name="Ayşe Yılmaz", email="ayse@example.org"))


def test_current_opinions_leave_out_what_was_taken_back(open_round):
    row = make_row(open_round, "a")
    kept = Opinion.objects.create(submission=row, language="tr", opinion_text="Evet")
    Opinion.objects.create(submission=row, seq=2, language="tr", opinion_text="Hayır", removed_at=NOW)

    assert list(row.opinions.current()) == [kept]
