"""The gates against abuse, as whoever submits over GraphQL meets them."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import timezone

from ..abuse.proof_of_work import challenge_for
from ..conf import ConsultationSettings
from ..models import Consultation, Invitation, Round, Submission
from ..people.inviting import invite
from ..submissions.tokens import form_token
from .making import PRESENT, make_consultation, make_pages
from .test_abuse import solved
from .test_notices import make_stakeholder

OPERATIONS = Path(__file__).parents[1] / "operations"


@pytest.fixture
def limits(monkeypatch):
    def put(**values):
        monkeypatch.setattr(apps.get_app_config("consultation"), "settings", ConsultationSettings(**values))

    return put


@pytest.fixture
def each(bilingual_site):
    consultation = make_consultation("protocol", PRESENT)
    make_pages(bilingual_site, consultation)
    return consultation.rounds.get()


@pytest.fixture
def send(client):
    """Send a submission with a key of its own; returns the payload."""
    count = iter(range(10**6))

    def send(name="ConsultationOpinionSubmit", address="192.0.2.1", **fields):
        sent = {
            "consultation": "protocol",
            "language": "EN",
            "idempotencyKey": f"{next(count):016}",
            "publicationChoice": "ANONYMOUS",
            "opinions": [{"text": "Evet"}],
            **fields,
        }
        query = (OPERATIONS / f"{name}.graphql").read_text()
        answer = client.post(
            "/graphql",
            {"query": query, "variables": {"input": sent, "locale": "EN"}},
            content_type="application/json",
            REMOTE_ADDR=address,
        ).json()
        assert "errors" not in answer, answer
        (payload,) = answer["data"].values()
        return payload

    return send


def codes(payload):
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]


@pytest.mark.parametrize("name", ["ConsultationOpinionSubmit", "ConsultationSubmissionStart"])
@pytest.mark.parametrize(
    "case",
    [
        ({"honeypot": "http://spam.example"}, None, [("LOOKS_AUTOMATIC", "")]),
        ({"honeypot": " "}, None, []),
        ({}, 0, [("FORM_TOO_FAST", "formTicket")]),
        ({}, 60, []),
        ({}, 60 * 60 * 24 * 31, [("FORM_NOT_OURS", "formTicket")]),
        ({"formTicket": "forged"}, None, [("FORM_NOT_OURS", "formTicket")]),
    ],
    ids=["honeypot", "honeypot left empty", "too fast", "in time", "expired", "forged"],
)
def test_who_submits_like_a_program_is_refused_with_a_code(each, send, name, case):
    fields, age, refusals = case
    if age is not None:
        fields = {"formTicket": form_token(each.pk, now=timezone.now() - timedelta(seconds=age))}

    payload = send(name, **fields)

    assert codes(payload) == refusals
    assert Submission.objects.count() == (0 if refusals else 1)


def test_a_form_that_comes_back_at_once_is_told_when_to_come_again(each, send):
    (error,) = send(formTicket=form_token(each.pk, now=timezone.now()))["errors"]

    assert 1 <= error["retryAfter"] <= 3


def test_a_network_is_limited_an_invitation_goes_on_and_a_repeat_is_answered(each, send, limits):
    limits(submissions_a_network=1, submissions_without_proof=9)
    (invitation,) = invite(each, [make_stakeholder("Ölçme Odası", "tr", "oda@example.org")])

    first = send(idempotencyKey="k" * 16)
    refused = send(address="192.0.2.99")
    repeated = send(idempotencyKey="k" * 16)
    invited = send(invitationToken=Invitation.objects.get(pk=invitation.pk).code)
    elsewhere = send(address="198.51.100.1")

    assert [codes(each) for each in (first, refused, repeated, invited, elsewhere)] == [
        [],
        [("RATE_LIMITED", "")],
        [],
        [],
        [],
    ]
    assert 0 < refused["errors"][0]["retryAfter"] <= 3600
    assert repeated["isRepeated"]


@pytest.mark.parametrize("reason", ["much has come", "the consultation asks"])
def test_work_is_proven_once_for_each_submission_where_it_is_asked_for(each, send, limits, reason):
    if reason == "much has come":
        limits(submissions_without_proof=1, proof_numbers=1000)
        send()
    else:
        limits(proof_numbers=1000)
        Consultation.objects.update(asks_for_proof=True)
    proof = solved(challenge_for(each.pk, now=timezone.now()))

    payloads = [send(), send(proof=proof), send(proof=proof)]

    assert [codes(payload) for payload in payloads] == [
        [("PROOF_REQUIRED", "proof")],
        [],
        [("PROOF_REQUIRED", "proof")],
    ]


@pytest.mark.parametrize(("visibility", "is_taken"), [("unlisted", True), ("restricted", False)])
def test_who_knows_the_key_submits_to_what_is_unlisted_and_not_to_what_is_restricted(
    each, send, visibility, is_taken
):
    Consultation.objects.update(visibility=visibility)

    payload = send()

    assert codes(payload) == ([] if is_taken else [("CONSULTATION_UNKNOWN", "consultation")])
    assert Round.objects.get().submissions.exists() is is_taken
