"""The registry, its import, what the invited answer, and addresses that confirm themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.testing.factories import BilingualSite

from ..mail.verifying import VerifyProblem, ask_to_verify, verify
from ..models import (
    EmailVerification,
    Invitation,
    Notice,
    Respondent,
    Round,
    Stakeholder,
    StakeholderContact,
    StakeholderList,
    Submission,
)
from ..people.answering import note_response
from ..people.csv_lists import UnreadableList, preview, take_in
from ..people.inviting import invite, key_of
from ..people.tokens import code_of
from .making import PAST, PRESENT, make_consultation, make_pages

ANSWER = """
mutation ($input: ConsultationInvitationAnswerInput!) {
  consultationInvitationAnswer(input: $input) {
    invitation { outcome } errors { code field message } clientMutationId
  }
}
"""
CSV = """Kurum Adı;Tür;Dil;İlgili kişi;E-posta
Çevre Mühendisleri Odası;Oda veya meslek kuruluşu;Türkçe;Genel Sekreterlik;oda@example.org
ÇEVRE MÜHENDİSLERİ ODASI;;;;
Water Union;International organisation;en;;water@example.org
;;;;bos@example.org
Iğdır Belediyesi;Belediye;tr;;adres değil
"""


def test_a_list_is_previewed_before_anything_is_stored(db: None) -> None:
    Stakeholder.objects.create(name="Water union")

    found = preview(CSV.encode())

    assert [(row.name, row.category, row.language, row.is_new) for row in found.rows] == [
        ("Çevre Mühendisleri Odası", "chamber", "tr", True),
        ("Water Union", "international", "en", False),
    ]
    assert [(each.number, str(each.reason)) for each in found.problems] == [
        (3, "Ad dosyada iki kez geçiyor."),
        (5, "Ad yok."),
        (6, "E-posta adresi geçerli değil."),
    ]
    assert Stakeholder.objects.count() == 1


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1254"])
def test_a_list_is_taken_in_once(db: None, charset: str) -> None:
    members = StakeholderList.objects.create(title="Odalar")
    rows = preview(CSV.encode(charset)).rows

    added = [take_in(rows, members) for _turn in range(2)]

    assert added == [2, 0]
    assert [each.name for each in members.stakeholders.all()] == ["Çevre Mühendisleri Odası", "Water Union"]
    assert StakeholderContact.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "sütun yok"),
        (b"a;b\n1;2", "sütun yok"),
        (b"\x00\x01", "metin değil"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_what_to_do(db: None, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableList, match=message):
        preview(content)


def test_an_officer_takes_in_a_file_and_invites_the_list(
    bilingual_site: BilingualSite, admin_client: Client
) -> None:
    members = StakeholderList.objects.create(title="Odalar")
    each = make_consultation("acik", PRESENT).rounds.get()
    file = SimpleUploadedFile("liste.csv", CSV.encode())

    seen = admin_client.post(reverse("consultation_people:import"), {"file": file, "onto": members.pk})
    packed = seen.context["packed"]
    before = Stakeholder.objects.count()
    admin_client.post(reverse("consultation_people:import"), {"confirmed": packed})
    admin_client.post(
        reverse("consultation_people:index"),
        {"round": each.pk, "stakeholders": members.pk, "letter_number": "E-123"},
    )
    shown = admin_client.get(reverse("wagtailsnippets_consultation_invitation:list")).content.decode()

    assert (before, Stakeholder.objects.count()) == (0, 2)
    assert set(Invitation.objects.values_list("letter_number", "delivery")) == {("E-123", "not_sent")}
    assert "Çevre Mühendisleri Odası" in shown
    assert not any(invitation.code in shown for invitation in Invitation.objects.all())


def test_a_stranger_to_the_registry_is_refused(client: Client, django_user_model: Any) -> None:
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user(username="editor", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    answers = [client.get(reverse(f"consultation_people:{name}")) for name in ("index", "import")]

    assert [answer.status_code for answer in answers] == [302, 302]


@pytest.fixture
def invitation(bilingual_site: BilingualSite) -> Invitation:
    consultation = make_consultation("acik", PRESENT)
    make_pages(bilingual_site, consultation)
    (made,) = invite(consultation.rounds.get(), [Stakeholder.objects.create(name="Çevre Odası")])
    return made


def test_the_invited_answer_without_an_opinion_and_may_repeat_it(
    invitation: Invitation, ask: Callable[..., Any]
) -> None:
    given = {"invitationCode": invitation.code, "outcome": "NO_OPINION", "locale": "TR"}
    given["clientMutationId"] = "1"

    answers = [ask(ANSWER, input=given)["data"]["consultationInvitationAnswer"] for _turn in range(2)]
    first = Invitation.objects.get().answered_at
    changed = ask(ANSWER, input={**given, "outcome": "DECLINED", "note": " Konumuz değil. "})

    assert answers == [{"invitation": {"outcome": "NO_OPINION"}, "errors": [], "clientMutationId": "1"}] * 2
    assert changed["data"]["consultationInvitationAnswer"]["invitation"] == {"outcome": "DECLINED"}
    stored = Invitation.objects.get()
    assert (stored.outcome, stored.answer_note) == ("declined", "Konumuz değil.")
    assert first is not None
    assert stored.first_opened_at is not None


def error_of(answer: Any) -> dict[str, Any]:
    (error,) = answer["data"]["consultationInvitationAnswer"]["errors"]
    return dict(error)


def test_an_answer_that_cannot_be_taken_says_why_in_the_language(
    invitation: Invitation, ask: Callable[..., Any]
) -> None:
    given = {"invitationCode": invitation.code, "outcome": "DECLINED", "locale": "EN"}
    wrong = error_of(ask(ANSWER, input={**given, "invitationCode": "X" * 26}))
    long = error_of(ask(ANSWER, input={**given, "note": "x" * 2001, "locale": "TR"}))
    hand_in(invitation.round, invitation_key=key_of(invitation))
    late = error_of(ask(ANSWER, input=given))

    assert (wrong["code"], wrong["field"]) == ("INVITATION_REQUIRED", "invitationCode")
    assert wrong["message"].startswith("This code is of no invitation.")
    assert (long["code"], long["field"]) == ("NOTE_TOO_LONG", "note")
    assert long["message"].startswith("Not çok uzun")
    assert late["code"] == "ALREADY_RESPONDED"


def test_nobody_answers_a_round_that_is_over(bilingual_site: BilingualSite, ask: Callable[..., Any]) -> None:
    each = make_consultation("eski", PAST).rounds.get()
    (made,) = invite(each, [Stakeholder.objects.create(name="Çevre Odası")])

    answer = ask(ANSWER, input={"invitationCode": made.code, "outcome": "DECLINED", "locale": "EN"})

    assert error_of(answer)["code"] == "NOT_OPEN"


def hand_in(each: Round, state: str = "submitted", **facts: Any) -> Submission:
    respondent = Respondent.objects.create(email="ayse@example.org", name="Ayşe", language="tr")
    now = timezone.now()
    return Submission.objects.create(
        round=each,
        respondent=respondent,
        reference=f"GR-{respondent.pk}",
        state=state,
        language="tr",
        started_at=now,
        received_at=now,
        manage_token_hash=str(respondent.pk),
        **facts,
    )


def test_an_opinion_marks_the_invitation_and_withdrawing_it_frees_it(invitation: Invitation) -> None:
    submission = hand_in(invitation.round, invitation_key=key_of(invitation))
    note_response(submission)
    responded = Invitation.objects.get().outcome
    submission.state = "withdrawn"
    note_response(submission)

    assert (responded, Invitation.objects.get().outcome) == ("responded", "none")


@pytest.fixture
def waiting(bilingual_site: BilingualSite) -> Submission:
    consultation = make_consultation("kayitli", PRESENT, participation="registered")
    submission = hand_in(consultation.rounds.get(), state="pending_verification")
    ask_to_verify(submission, now=timezone.now())
    ask_to_verify(submission, now=timezone.now())
    return submission


def code_for(submission: Submission) -> str:
    found = EmailVerification.objects.get(submission=submission)
    return code_of(found.token_seed, purpose="verification", digest=found.token_hash)


def test_a_code_confirms_the_address_and_the_time_of_handing_in_stays(waiting: Submission) -> None:
    code, later = code_for(waiting), timezone.now() + timedelta(hours=23)
    Round.objects.update(closes_at=timezone.now() + timedelta(minutes=1))

    found = [verify(code.lower(), now=later) for _turn in range(2)]

    assert found == [waiting, waiting]
    stored = Submission.objects.get()
    assert (stored.state, stored.received_at) == ("submitted", waiting.received_at)
    assert Respondent.objects.get().email_verified_at == later
    kinds = Notice.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["verification", "receipt"]


def test_a_code_that_comes_after_a_day_and_after_the_end_is_too_late(waiting: Submission) -> None:
    Round.objects.update(closes_at=timezone.now() + timedelta(minutes=1))

    found = verify(code_for(waiting), now=timezone.now() + timedelta(hours=25))

    assert found is VerifyProblem.EXPIRED
    assert Submission.objects.get().state == "pending_verification"


def test_a_code_is_no_invitation_and_the_reverse(waiting: Submission, invitation: Invitation) -> None:
    assert verify(invitation.code, now=timezone.now()) is VerifyProblem.CODE_INVALID
    assert verify("", now=timezone.now()) is VerifyProblem.CODE_INVALID
