"""Asking contacts whether entries are true, and what their answers change."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plugins.networks import confirming
from plugins.networks.models import EntryCorrection, EntryInvitation, EntryReview, OrganisationEntry
from plugins.networks.tests.making import make_organisation, name

Ask = Callable[..., dict[str, Any]]
Committed = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("bilingual_site")
ADDRESS = "contact@example.org"
CONFIRM = "mutation ($token: String!) { networksEntryConfirm(token: $token) { isAccepted } }"
PROPOSE = """mutation ($token: String!, $message: String!) {
  networksCorrectionPropose(token: $token, message: $message) { isAccepted }
}"""


@pytest.fixture(autouse=True)
def _frontend(settings: Any) -> None:
    settings.FRONTEND_URL = "https://www.example.org"


def make_contact(key: str = "unido", language: str = "tr", **fields: Any) -> EntryReview:
    record = make_organisation(key, name("Kalkınma Örgütü", "tr"), name("Development", "en"), **fields)
    return EntryReview.objects.create(organisation=record, contact_email=ADDRESS, contact_language=language)


def invited(committed: Committed) -> str:
    """Send what is due and return the token of the last letter."""
    with committed(execute=True):
        confirming.invite_contacts(timezone.now())
    return str(re.findall(r"confirm#(\S+)", mail.outbox[-1].body)[-1])


def accepted(answer: dict[str, Any]) -> bool:
    (told,) = answer["data"].values()
    return told is not None and bool(told["isAccepted"])


@pytest.mark.parametrize(
    ("language", "subject", "page"),
    [
        ("tr", "Kalkınma Örgütü kaydımız hâlâ doğru mu?", "/tr/networks/confirm#"),
        ("en", "Is our entry about Development still true?", "/en/networks/confirm#"),
        ("", "Kalkınma Örgütü kaydımız hâlâ doğru mu?", "/tr/networks/confirm#"),
    ],
)
def test_the_letter_is_in_the_language_of_the_contact(
    django_capture_on_commit_callbacks: Committed, language: str, subject: str, page: str
) -> None:
    make_contact(language=language)

    invited(django_capture_on_commit_callbacks)

    (letter,) = mail.outbox
    (html, kind) = letter.alternatives[0]
    assert (letter.to, letter.subject, kind) == ([ADDRESS], subject, "text/html")
    assert page in letter.body
    assert page in html


def test_nobody_is_asked_twice_in_a_month_or_about_what_is_fresh_or_hidden(
    django_capture_on_commit_callbacks: Committed,
) -> None:
    now = timezone.now()
    make_contact()
    make_contact("draft", live=False)
    fresh = make_contact("fresh")
    fresh.last_confirmed_at = now
    fresh.save()

    with django_capture_on_commit_callbacks(execute=True):
        notes = [confirming.invite_contacts(now + timedelta(days=days)) for days in (0, 1, 31)]

    assert notes == ["1 asked", "0 asked", "1 asked"]
    assert len(mail.outbox) == 2


def test_a_confirmation_makes_the_entry_fresh_and_the_token_worthless(
    django_capture_on_commit_callbacks: Committed, ask: Ask
) -> None:
    make_contact()
    token = invited(django_capture_on_commit_callbacks)

    answers = [accepted(ask(CONFIRM, token=token)) for _turn in range(2)]

    assert answers == [True, False]
    assert {entry.facet("freshness") for entry in OrganisationEntry.objects.all()} == {"fresh"}


def test_the_token_is_kept_as_a_digest_only(django_capture_on_commit_callbacks: Committed) -> None:
    make_contact()

    token = invited(django_capture_on_commit_callbacks)

    assert token not in str(EntryInvitation.objects.values())


def test_tokens_that_cannot_be_used_get_one_answer(
    django_capture_on_commit_callbacks: Committed, ask: Ask
) -> None:
    make_contact()
    expired = invited(django_capture_on_commit_callbacks)
    EntryInvitation.objects.update(expires_at=timezone.now())

    answers = [ask(CONFIRM, token=token) for token in (expired, "unknown", "", "ı" * 500)]

    assert {answer["errors"][0]["message"] for answer in answers} == {
        "`token` cannot be used: it is unknown, used or expired. Ask for a new link."
    }


def test_a_correction_waits_for_an_editor_and_changes_nothing(
    django_capture_on_commit_callbacks: Committed, ask: Ask, admin_client: Client
) -> None:
    make_contact()
    token = invited(django_capture_on_commit_callbacks)

    is_accepted = accepted(ask(PROPOSE, token=token, message=" Adres değişti. "))

    page = admin_client.get(reverse("wagtailsnippets_networks_entrycorrection:list")).content.decode()
    assert is_accepted
    assert list(EntryCorrection.objects.values_list("message", "state")) == [("Adres değişti.", "waiting")]
    assert "Adres değişti." in page
    assert EntryReview.objects.get().last_confirmed_at is None


@pytest.mark.parametrize("message", ["  ", "x" * 2001])
def test_a_text_that_is_none_is_refused_and_the_token_stays(
    django_capture_on_commit_callbacks: Committed, ask: Ask, message: str
) -> None:
    make_contact()
    token = invited(django_capture_on_commit_callbacks)

    (error,) = ask(PROPOSE, token=token, message=message)["errors"]

    assert error["message"] == "`message` must have between 1 and 2000 characters."
    assert accepted(ask(CONFIRM, token=token))


@pytest.mark.parametrize("limit", ["MOST_OF_ASKER", "MOST_OF_TOKEN"])
def test_trying_is_limited(ask: Ask, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    cache.clear()
    monkeypatch.setattr(confirming, limit, 2)

    answers = [ask(CONFIRM, token="guess-" + limit) for _turn in range(3)]

    assert answers[1]["errors"][0]["message"].startswith("`token`")
    assert answers[2]["errors"][0]["message"].startswith("Too many answers")


def test_without_a_frontend_nobody_is_asked(settings: Any) -> None:
    settings.FRONTEND_URL = ""
    make_contact()

    assert confirming.invite_contacts(timezone.now()) == "no FRONTEND_URL: nobody was asked"
    assert not EntryInvitation.objects.exists()


def test_a_failing_post_office_is_logged_without_the_address(
    django_capture_on_commit_callbacks: Committed, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    make_contact()

    with caplog.at_level(logging.WARNING), django_capture_on_commit_callbacks(execute=True):
        confirming.invite_contacts(timezone.now())

    assert "was not sent: ConnectionRefusedError" in caplog.text
    assert ADDRESS not in caplog.text


@pytest.mark.parametrize(
    ("permission", "status"), [("moderate_entrycorrection", 200), ("change_entrycorrection", 302)]
)
def test_deciding_on_corrections_is_a_permission_of_its_own(
    client: Client, django_user_model: Any, permission: str, status: int
) -> None:
    user = django_user_model.objects.create_user("m", "m@example.org", "x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", permission]))
    client.force_login(user)

    answer = client.get(reverse("wagtailsnippets_networks_entrycorrection:list"))

    assert answer.status_code == status
