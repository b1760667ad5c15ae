"""How many statements an operation costs: as many for 1 row as for 10 and 100, and that many."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone

from ..models import Opinion, Round, RoundChange, Submission
from ..submissions.tokens import manage_token
from .making import PRESENT, make_consultation, make_pages
from .submitting import submit

OPERATIONS = Path(__file__).parents[1] / "operations"
NOW = timezone.now()


@pytest.fixture
def each(bilingual_site):
    consultation = make_consultation("protocol", PRESENT, publication="live")
    make_pages(bilingual_site, consultation)
    return Round.objects.select_related("consultation").get()


def with_changes(each, count):
    """Return what to ask with, where a round was changed so often."""
    RoundChange.objects.bulk_create(
        RoundChange(
            round=each,
            what=RoundChange.What.EXTENDED,
            reason="…",
            closes_on_before=each.closes_on,
            closes_at_before=each.closes_at,
            closes_on_after=each.closes_on,
            closes_at_after=each.closes_at,
            at=NOW + timedelta(seconds=number),
        )
        for number in range(count)
    )
    return {"locale": "EN", "key": "protocol"}


def with_opinions(each, count):
    """Return what to ask with, where one submission has so many opinions."""
    submission = submit(each).submission
    Opinion.objects.bulk_create(copies(Opinion.objects.get(), count - 1))
    return {"token": manage_token(submission), "locale": "TR"}


def with_submissions(each, count):
    """Return what to ask with, where so many have handed in one opinion each."""
    submit(each)
    opinion, first = Opinion.objects.get(), Submission.objects.get()
    rows = [
        Submission(
            round=each,
            reference=f"GR-{number:04}",
            manage_token_hash=str(number),
            language="tr",
            state=first.state,
            publication_choice=first.publication_choice,
            started_at=NOW,
            received_at=NOW,
        )
        for number in range(count - 1)
    ]
    stored = Submission.objects.bulk_create(rows)
    for row, of in zip(made := list(copies(opinion, count - 1)), stored, strict=True):
        row.submission = of
    Opinion.objects.bulk_create(made)
    return {"consultation": "protocol", "first": 100}


def copies(opinion, count):
    """Return unsaved opinions that say the same."""
    left_out = {"id", "key", "seq"}
    values = {
        field.name: getattr(opinion, field.name)
        for field in Opinion._meta.concrete_fields
        if field.name not in left_out
    }
    return (Opinion(**values, key=uuid4(), seq=number) for number in range(2, count + 2))


def rows_of(data):
    (answer,) = data.values()
    if "rounds" in answer:
        return answer["rounds"][0]["changes"]
    return answer["nodes"] if "nodes" in answer else answer["opinions"]


@pytest.mark.parametrize("count", [1, 10, 100])
@pytest.mark.parametrize(
    "case",
    [
        ("ConsultationDetail", with_changes, 9),
        ("ConsultationSubmission", with_opinions, 7),
        ("ConsultationOpinions", with_submissions, 4),
    ],
    ids=lambda case: case[0],
)
def test_an_operation_costs_the_same_for_1_10_and_100_rows(each, ask, django_assert_num_queries, case, count):
    name, prepare, statements = case
    variables = prepare(each, count)
    query = (OPERATIONS / f"{name}.graphql").read_text()
    ask(query, **variables)  # fills the caches of site roots and content types

    with django_assert_num_queries(statements):
        answer = ask(query, **variables)

    assert "errors" not in answer
    assert len(rows_of(answer["data"])) == count
