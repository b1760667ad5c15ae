"""Handing in over GraphQL: what comes back, what is refused in both languages, and what readers may see."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ..models import Attachment, LogLeaf, Respondent, Round, Submission
from ..submissions.changing import withdraw
from ..submissions.tokens import form_token, manage_token
from ..transparency.verify_receipt import main as verify_receipt
from .making import PRESENT, make_consultation, make_pages
from .submitting import CHAMBER, said, says, submit
from .test_abuse import pdf

FOLDER = Path(__file__).parents[1] / "operations"
KEY = "0123456789abcdef"
PDF = pdf()


def operation(name):
    return (FOLDER / f"{name}.graphql").read_text()


@pytest.fixture
def each(bilingual_site):
    return opened(bilingual_site)


def opened(site, key="protocol", **facts):
    consultation = make_consultation(key, PRESENT, **facts)
    make_pages(site, consultation)
    return Round.objects.select_related("consultation").get(consultation=consultation)


@pytest.fixture
def send(ask, django_capture_on_commit_callbacks):
    def send(name, *, locale="TR", **fields):
        variables = {"input": fields, "locale": locale}
        answer = ask(operation(name), **{k: v for k, v in variables.items() if f"${k}" in operation(name)})
        assert "errors" not in answer, answer
        (payload,) = answer["data"].values()
        return payload

    return send


def beginning(**fields):
    opinions = [{"provisionKey": "madde-5", "text": "Süre 15 gün uzatılsın.", "kind": "EDITORIAL"}]
    return {
        "consultation": "protocol",
        "language": "TR",
        "idempotencyKey": KEY,
        "publicationChoice": "ANONYMOUS",
        "respondent": {"name": "Ayşe Yılmaz", "email": "ayse@example.org"},
        "opinions": opinions,
        **fields,
    }


def codes(payload):
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]


def test_an_opinion_is_handed_in_at_once_and_its_receipt_verifies_with_the_script(
    each, send, client, tmp_path
):
    payload = send("ConsultationOpinionSubmit", **beginning())

    (tmp_path / "receipt.txt").write_text(payload["receipt"]["text"])
    (tmp_path / "heads.json").write_bytes(client.get("/plugins/consultation/heads.json").content)
    page = client.get(payload["receipt"]["url"])
    content = client.get(f"{payload['receipt']['url']}submission.json").content
    (tmp_path / "submission.json").write_bytes(content)
    arguments = [str(tmp_path / name) for name in ("receipt.txt", "heads.json")]

    assert verify_receipt([*arguments, "--submission", str(tmp_path / "submission.json")]) == 0
    assert payload["errors"] == []
    assert payload["submission"]["state"] == "SUBMITTED"
    assert json.loads(content)["opinions"][0]["kind"] == "editorial"
    assert "Süre 15 gün uzatılsın." in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"


def test_a_request_that_is_sent_again_is_answered_again_with_the_same_token(each, send):
    first, again = (send("ConsultationOpinionSubmit", **beginning()) for _turn in range(2))
    other = send("ConsultationOpinionSubmit", **beginning(stance="OPPOSES"))

    assert (first["isRepeated"], again["isRepeated"]) == (False, True)
    assert again["manageToken"] == first["manageToken"]
    assert again["receipt"] == first["receipt"]
    assert codes(other) == [("KEY_REUSED", "idempotencyKey")]
    assert Submission.objects.count() == LogLeaf.objects.count() == 1


def test_a_submission_goes_its_way_from_start_to_withdrawal(each, send, ask):
    begun = send("ConsultationSubmissionStart", **beginning(opinions=[]))
    managed = {"manageToken": begun["manageToken"]}

    saved = send("ConsultationOpinionUpsert", **managed, expectedRevision=1, opinion={"text": "Evet"})
    conflict = send("ConsultationSubmissionSave", **managed, expectedRevision=1, opinions=[])
    handed_in = send("ConsultationSubmissionSubmit", **managed, expectedRevision=2)
    kept = saved["submission"]["opinions"][0]["key"]
    amended = send(
        "ConsultationSubmissionAmend",
        **managed,
        publicationChoice="ANONYMOUS",
        opinions=[{"key": kept, "text": "Hayır"}, {"text": "Bir de bu"}],
    )
    taken = send("ConsultationOpinionRemove", **managed, key=amended["submission"]["opinions"][1]["key"])
    stricter = send("ConsultationSubmissionSetPublicationChoice", **managed, publicationChoice="CONFIDENTIAL")
    own = ask(operation("ConsultationSubmission"), token=begun["manageToken"], locale="EN")["data"]
    withdrawn = send("ConsultationSubmissionWithdraw", **managed)

    assert [each["submission"]["state"] for each in (begun, handed_in, amended, taken, withdrawn)] == [
        "STARTED",
        "SUBMITTED",
        "AMENDED",
        "AMENDED",
        "WITHDRAWN",
    ]
    assert codes(conflict) == [("REVISION_CONFLICT", "expectedRevision")]
    assert [each["receipt"]["number"] for each in (handed_in, amended, taken, stricter)] == [1, 2, 3, 4]
    assert [each["text"] for each in own["consultationSubmission"]["opinions"]] == ["Hayır"]
    assert own["consultationSubmission"]["isEditable"] is True


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("TR", "Gönderilecek bir şey yok. Görüş yazın, metin önerin ya da tutum seçin."),
        ("EN", "There is nothing to hand in. Write an opinion, propose a wording, or choose a stance."),
    ],
)
def test_what_is_wrong_is_told_in_the_language_asked_for(each, send, language, message):
    payload = send("ConsultationOpinionSubmit", **beginning(language=language, opinions=[{"text": " "}]))

    assert codes(payload) == [("EMPTY", "opinions"), ("EMPTY", "opinions.0")]
    assert payload["errors"][0]["message"] == message
    assert (payload["submission"], payload["manageToken"], Respondent.objects.count()) == (None, None, 0)


def test_after_the_closing_instant_the_policy_decides(each, bilingual_site, send):
    now = timezone.now()
    Round.objects.update(closes_at=now)
    late = send("ConsultationOpinionSubmit", **beginning())
    refusing = opened(bilingual_site, "strict", late_policy="reject")
    Round.objects.filter(pk=refusing.pk).update(closes_at=now)

    refused = send("ConsultationOpinionSubmit", **beginning(consultation="strict", idempotencyKey=KEY * 2))

    assert (late["submission"]["isLate"], late["errors"]) == (True, [])
    assert codes(refused) == [("CLOSED_AT", "consultation")]
    assert refused["errors"][0]["closedAt"] == now.isoformat()


def test_a_form_that_was_opened_in_time_has_the_time_of_grace(each, send):
    ticket = form_token(each.pk, now=timezone.now() - timedelta(minutes=1))
    Round.objects.update(closes_at=timezone.now())

    in_grace = send("ConsultationOpinionSubmit", **beginning(formTicket=ticket))
    late = send("ConsultationOpinionSubmit", **beginning(idempotencyKey=KEY * 2))

    assert (in_grace["submission"]["grace"], in_grace["submission"]["isLate"]) == (True, False)
    assert (late["submission"]["grace"], late["submission"]["isLate"]) == (False, True)


def test_a_consultation_that_is_not_public_answers_like_one_that_does_not_exist(bilingual_site, send, ask):
    make_consultation("hidden", PRESENT)

    answers = [
        send("ConsultationOpinionSubmit", **beginning(consultation=key)) for key in ("hidden", "missing")
    ]
    read = [ask(operation("ConsultationOpinions"), consultation=key)["data"] for key in ("hidden", "missing")]

    assert codes(answers[0]) == [("CONSULTATION_UNKNOWN", "consultation")]
    assert answers[0] == answers[1]
    assert read[0] == read[1] == {"consultationOpinions": None}


@pytest.mark.parametrize("token", ["", "none", "ı" * 300])
def test_a_wrong_token_gets_one_answer(each, send, ask, token):
    payload = send("ConsultationSubmissionWithdraw", manageToken=token)

    assert codes(payload) == [("TOKEN_INVALID", "manageToken")]
    assert ask(operation("ConsultationSubmission"), token=token, locale="TR")["data"] == {
        "consultationSubmission": None
    }


def test_readers_see_what_choice_and_moderation_allow_and_nothing_else(bilingual_site, ask):
    each = opened(bilingual_site, publication="live")
    submit(each, says(said("AÇIK"), choice="anonymous"))
    submit(each, says(said("KURUM"), choice="named", respondent=CHAMBER))
    submit(each, says(said("GİZLİ"), choice="confidential"))
    gone = submit(each, says(said("GERİ"))).submission
    withdraw(gone, now=timezone.now())

    answer = ask(operation("ConsultationOpinions"), consultation="protocol")
    opinions = answer["data"]["consultationOpinions"]

    named = {row["text"]: (row["respondent"] or {}).get("organisation") for row in opinions["nodes"]}
    assert named == {"AÇIK": None, "KURUM": "Ölçme Odası"}
    assert opinions["totalCount"] == 2
    assert not any(
        word in json.dumps(answer, ensure_ascii=False) for word in ("GİZLİ", "GERİ", "Ayşe", "Ali")
    )


def test_opinions_are_narrowed_to_a_provision_and_cost_the_same_for_one_as_for_many(bilingual_site, ask):
    each = opened(bilingual_site, publication="live")
    query = operation("ConsultationOpinions")
    counts = []
    for wanted in (1, 10):
        while Submission.objects.count() < wanted:
            submit(each, says(said("Bir"), said("İki", provision="madde-6")))
        with CaptureQueriesContext(connection) as queries:
            answer = ask(query, consultation="protocol", provision="madde-6", first=100)
        counts.append(len(queries))
        assert {row["text"] for row in answer["data"]["consultationOpinions"]["nodes"]} == {"İki"}

    assert counts == [4, 4]


def test_proofs_of_the_log_are_for_everybody(each, ask):
    for _turn in range(3):
        submit(each)

    data = ask(operation("ConsultationLog"), first=2, index=1, old=2, size=3)["data"]
    beyond = ask(operation("ConsultationLog"), first=2, index=7, old=-1, size=3)["data"]

    assert [head["size"] for head in data["consultationTreeHeads"]["nodes"]] == [3, 2]
    assert data["consultationInclusionProof"]["leaf"] == LogLeaf.objects.get(index=1).hash
    assert len(data["consultationConsistencyProof"]["hashes"]) == 1
    assert (beyond["consultationInclusionProof"], beyond["consultationConsistencyProof"]) == (None, None)


def test_a_receipt_is_checked_against_the_record(each, ask):
    from ..submissions.receipts import receipt_of
    from ..transparency.receipt_text import receipt_text

    outcome = submit(each)
    text = receipt_text(receipt_of(outcome.revision))
    forged = text.replace("Index: 0", "Index: 1")

    def status(**variables):
        return ask(operation("ConsultationVerifyReceipt"), **variables)["data"]["consultationVerifyReceipt"]

    by_hash = {"reference": outcome.submission.reference, "contentHash": outcome.revision.content_hash}
    before = [status(receipt=text)["status"], status(**by_hash)["status"]]
    withdraw(outcome.submission, now=timezone.now())

    assert before == ["RECORDED", "RECORDED"]
    assert status(receipt=text)["status"] == "WITHDRAWN"
    assert status(receipt=forged)["defects"] == ["receipt_signature", "inclusion", "not_in_log"]
    assert status(receipt="…")["defects"] == ["unreadable"]
    assert status(reference="GR-0000", contentHash="0" * 64)["status"] == "NOT_FOUND"


def test_a_file_is_kept_privately_and_recorded(each, send, client, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    submission = submit(each).submission
    token = manage_token(submission)

    def upload(name, content, **fields):
        file = SimpleUploadedFile(name, content)
        return client.post("/plugins/consultation/files/", {"manageToken": token, "file": file, **fields})

    taken = upload("../görüş ek.pdf", PDF)
    refused = upload("ek.pdf", b"MZ\x90", language="en")

    row = Attachment.objects.get()
    assert (taken.status_code, row.name, row.content_type) == (201, "görüş ek.pdf", "application/pdf")
    assert row.sha256 in submission.revisions.get(number=2).content
    assert Path(row.file.path).read_bytes() == PDF
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "ATTACHMENT_REJECTED")
    assert send("ConsultationAttachmentRemove", manageToken=token, key=str(row.key))["errors"] == []
