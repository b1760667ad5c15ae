"""Mails: when one is due, that it goes out once, what it says, and what happens when it comes back."""

from __future__ import annotations

import email
import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email import policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.apps import apps
from django.test import Client

from cms.testing.factories import BilingualSite

from ..conf import ConsultationSettings
from ..mail.bounces import read_bounce, receive
from ..mail.due import queue_due
from ..mail.jobs import queue_and_send
from ..mail.sending import send_due
from ..models import Invitation, Notice, Round, Stakeholder, StakeholderContact
from ..passing import notice_passages
from ..people.inviting import delegate, invite, renew_code, send_invitations
from .making import make_consultation, make_pages

OPENS, CLOSES = date(2026, 11, 1), date(2026, 11, 30)
BEGIN = datetime(2026, 10, 31, 21, tzinfo=UTC)
END = datetime(2026, 11, 30, 21, tzinfo=UTC)
MARKER = "Gizli başlık"


class Sink:
    """A post office that keeps what it gets and knows nobody called `kimse`."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address.startswith("kimse@"):
            return "550 5.1.1 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- as above
        mail = email.message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, mail))
        return "250 OK"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    settings.FRONTEND_URL = "https://www.example.org"
    settings.DEFAULT_FROM_EMAIL = "Bakanlık <gorus@example.org>"
    yield handler
    controller.stop()


@pytest.fixture
def asked(bilingual_site: BilingualSite) -> Round:
    """A round of November 2026 with a Turkish and an English institution invited."""
    consultation = make_consultation("protokol", (OPENS, CLOSES), reference="EV-2026-003")
    make_pages(bilingual_site, consultation)
    each = consultation.rounds.get()
    invite(each, [make_stakeholder("Çevre Odası", "tr"), make_stakeholder("Water Union", "en")])
    return each


def make_stakeholder(name: str, language: str, address: str = "") -> Stakeholder:
    stakeholder = Stakeholder.objects.create(name=name, language=language)
    email = address or f"{language}@example.org"
    StakeholderContact.objects.create(stakeholder=stakeholder, email=email, person="Ayşe Yılmaz")
    return stakeholder


def sent_out(now: datetime) -> int:
    number = send_invitations(Invitation.objects.all(), now=now)
    send_due(now)
    return number


def text_of(mail: Any, kind: str = "plain") -> str:
    return str(mail.get_body((kind,)).get_content())


def test_an_invitation_speaks_the_language_of_the_invited_and_carries_the_code(
    asked: Round, sink: Sink
) -> None:
    sent_out(BEGIN)

    found = {to[0]: mail for _from, to, mail in sink.mails}
    turkish, english = found["tr@example.org"], found["en@example.org"]
    code = Invitation.objects.get(language="tr").code
    assert turkish["Subject"].strip() == "Görüşünüze başvuruluyor (EV-2026-003)"
    assert english["Subject"].strip() == "You are invited to give your opinion (EV-2026-003)"
    assert f"https://www.example.org/tr/invitation#{code}" in text_of(turkish)
    assert code in text_of(turkish, "html")
    assert "Son gün: 30 Kasım 2026 Pazartesi 23.59" in text_of(turkish)
    assert '<html lang="en">' in text_of(english, "html")
    assert (turkish["Auto-Submitted"], turkish["Content-Language"]) == ("auto-generated", "tr")
    assert "Ayşe" not in str(turkish["Subject"])


def test_an_invitation_goes_out_once_however_often_it_is_sent(asked: Round, sink: Sink) -> None:
    numbers = [sent_out(BEGIN) for _turn in range(2)]
    Invitation.objects.update(delivery=Invitation.Delivery.NOT_SENT)
    again = sent_out(BEGIN)

    assert (numbers, again, len(sink.mails)) == ([2, 0], 0, 2)
    assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}


def test_a_new_code_is_a_new_invitation(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)
    invitation = Invitation.objects.get(language="tr")
    old = invitation.code

    renew_code(invitation)
    sent_out(BEGIN)

    assert len(sink.mails) == 3
    assert old not in text_of(sink.mails[-1][2])


def reminders(asked: Round, *instants: datetime) -> list[int]:
    return [queue_due(instant) for instant in instants]


def test_reminders_have_their_times_and_each_is_sent_once(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)
    half = BEGIN + (END - BEGIN) / 2
    minute = timedelta(minutes=1)

    queued = reminders(
        asked,
        half - minute,
        half,
        half + minute,
        END - timedelta(hours=72),
        END - timedelta(hours=24),
        END - minute,
    )

    assert queued == [0, 2, 0, 2, 2, 0]


def test_who_was_away_is_reminded_once_by_the_latest(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)

    queue_and_send(END - timedelta(hours=20))

    assert (
        list(Notice.objects.filter(kind="reminder").values_list("occasion", flat=True))
        == ["24h:2026-11-30T21:00"] * 2
    )


def test_an_extended_round_reminds_anew(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)
    before = queue_due(END - timedelta(hours=24))
    asked.closes_on = date(2026, 12, 10)
    asked.save()

    after = queue_due(asked.closes_at - timedelta(hours=24))

    assert (before, after) == (2, 2)


def test_who_has_answered_or_was_revoked_is_not_reminded(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)
    Invitation.objects.filter(language="tr").update(outcome=Invitation.Outcome.NO_OPINION)
    Invitation.objects.filter(language="en").update(revoked_at=BEGIN)

    assert queue_due(END - timedelta(hours=24)) == 0


def test_a_reminder_that_waited_too_long_is_not_sent(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)
    queue_due(END - timedelta(hours=1))
    Invitation.objects.filter(language="tr").update(outcome=Invitation.Outcome.DECLINED)

    send_due(END - timedelta(minutes=30))
    to = [
        to
        for _from, to, mail in sink.mails
        if "eminder" in mail["Subject"] or "Hatırlatma" in mail["Subject"]
    ]

    assert to == [["en@example.org"]]
    assert Notice.objects.get(kind="reminder", language="tr").state == "superseded"


def test_the_end_is_told_once(asked: Round, sink: Sink) -> None:
    sent_out(BEGIN)
    after = END + timedelta(hours=3)
    notice_passages(after)

    told = [queue_and_send(after + timedelta(minutes=turn)) for turn in range(2)]

    assert told == ["2 queued, 2 sent", "0 queued, 0 sent"]


def test_a_restricted_consultation_is_not_named_in_a_mail(asked: Round, sink: Sink) -> None:
    type(asked.consultation).objects.update(visibility="restricted")
    asked.consultation.pages.update(title=MARKER)
    sent_out(BEGIN)

    queue_and_send(END - timedelta(hours=24))

    assert len(sink.mails) == 4
    assert not any(MARKER in mail.as_string() + text_of(mail) for _from, _to, mail in sink.mails)
    assert not any("protokol" in text_of(mail) for _from, _to, mail in sink.mails)
    assert not any(list(mail.iter_attachments()) for _from, _to, mail in sink.mails)


def test_two_processes_send_a_notice_once(asked: Round, sink: Sink) -> None:
    from ..mail.sending import send

    send_invitations(Invitation.objects.filter(language="tr"), now=BEGIN)
    key = Notice.objects.get().pk

    assert [send(key, BEGIN), send(key, BEGIN)] == [True, False]
    assert len(sink.mails) == 1


def test_what_a_dead_process_claimed_is_sent_later_under_the_same_name(asked: Round, sink: Sink) -> None:
    send_invitations(Invitation.objects.filter(language="tr"), now=BEGIN)
    Notice.objects.update(state="sending", next_attempt_at=BEGIN + timedelta(minutes=15))

    early, late = send_due(BEGIN + timedelta(minutes=14)), send_due(BEGIN + timedelta(minutes=15))

    assert (early, late) == ("0 sent", "1 sent")
    assert Notice.objects.get().key in sink.mails[0][2]["Message-ID"]


def test_a_closed_post_office_is_tried_again_and_the_log_names_nobody(
    asked: Round, sink: Sink, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    office = settings.EMAIL_PORT
    settings.EMAIL_PORT = 1
    send_invitations(Invitation.objects.filter(language="tr"), now=BEGIN)

    first = send_due(BEGIN)
    settings.EMAIL_PORT = office
    second, third = send_due(BEGIN), send_due(BEGIN + timedelta(minutes=5))

    assert (first, second, third) == ("0 sent", "0 sent", "1 sent")
    (said,) = [each.getMessage() for each in caplog.records if each.name.startswith("plugins")]
    assert said.endswith("was not sent: ConnectionRefusedError")


def test_an_address_that_the_post_office_refuses_is_marked(bilingual_site: BilingualSite, sink: Sink) -> None:
    each = make_consultation("a", (OPENS, CLOSES)).rounds.get()
    invite(each, [make_stakeholder("Kapanmış Dernek", "tr", "kimse@example.org")])

    sent_out(BEGIN)

    invitation = Invitation.objects.get()
    assert (invitation.delivery, invitation.bounce_status, invitation.bounced_at) == ("bounced", "550", BEGIN)
    assert StakeholderContact.objects.get().bounced_at == BEGIN
    assert queue_due(END - timedelta(hours=24)) == 0


REPORT = """From: MAILER-DAEMON@example.net
To: gorus@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Adres bulunamadi.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; tr@example.org
Action: {action}
Status: {status}

--b
Content-Type: {returned}

Message-ID: <notice-{key}@example.org>
Subject: x

--b--
"""


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_marks_the_invitation(asked: Round, sink: Sink, returned: str) -> None:
    sent_out(BEGIN)
    notice = Notice.objects.get(invitation__language="tr")
    report = REPORT.format(action="failed", status="5.1.1", returned=returned, key=notice.key)

    marked = [receive(report.encode(), now=END) for _turn in range(2)]

    assert marked == [notice, notice]
    assert list(Invitation.objects.order_by("language").values_list("delivery", "bounce_status")) == [
        ("sent", ""),
        ("bounced", "5.1.1"),
    ]
    assert Invitation.objects.get(language="tr").stakeholder.contact is None


@pytest.mark.parametrize(
    ("action", "status"), [("delayed", "4.4.1"), ("failed", "4.2.2"), ("delivered", "2.0.0")]
)
def test_what_is_not_final_marks_nothing(asked: Round, sink: Sink, action: str, status: str) -> None:
    sent_out(BEGIN)
    key = Notice.objects.get(invitation__language="tr").key
    report = REPORT.format(action=action, status=status, returned="message/rfc822", key=key)

    assert receive(report.encode(), now=END) is None
    assert set(Invitation.objects.values_list("delivery", flat=True)) == {"sent"}


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\x00", b"Subject: Merhaba\n\nTatildeyim.", b"Content-Type: multipart/report\n\n"]
)
def test_other_mail_is_no_report(raw: bytes) -> None:
    assert read_bounce(raw) is None


def test_an_invitation_is_passed_on_once(asked: Round) -> None:
    invitation = Invitation.objects.get(language="tr")
    chamber = make_stakeholder("Ankara Şubesi", "tr", "ankara@example.org")

    made = [delegate(invitation, chamber) for _turn in range(2)]

    assert made[0] == made[1]
    assert made[0].delegate_of == invitation
    assert made[0].code != invitation.code
    with pytest.raises(ValueError, match="passed on"):
        delegate(made[0], make_stakeholder("Üçüncü", "tr", "c@example.org"))


def test_codes_are_read_as_people_write_them_and_survive_a_change_of_the_secret(
    asked: Round, settings: Any
) -> None:
    from ..people.inviting import invitation_with

    invitation = Invitation.objects.get(language="tr")
    code = invitation.code
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "x" * 40, [settings.SECRET_KEY]

    assert invitation.code == code
    assert code not in str(Invitation.objects.values())
    written = (code, code.lower(), code.replace("-", " "), code.replace("1", "ı").replace("0", "o"))
    assert [invitation_with([each]) for each in written] == [invitation] * 4
    assert invitation_with(["", "A" * 26]) is None


def test_a_mail_server_hands_reports_in_with_the_secret_only(
    asked: Round, sink: Sink, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent_out(BEGIN)
    key = Notice.objects.get(invitation__language="tr").key
    report = REPORT.format(action="failed", status="5.1.1", returned="message/rfc822", key=key).encode()

    def post(secret: str) -> Any:
        headers = {"authorization": f"Bearer {secret}"}
        return client.post(
            "/plugins/consultation/bounces", report, content_type="message/rfc822", headers=headers
        )

    closed = post("")
    secret = "s" * 24
    monkeypatch.setattr(
        apps.get_app_config("consultation"), "settings", ConsultationSettings(bounce_secret=secret)
    )
    answers = [post(each) for each in ("", "x" * 24, secret)]

    assert [each.status_code for each in (closed, *answers)] == [404, 404, 404, 200]
    assert answers[-1].json() == {"marked": True}
    assert Invitation.objects.get(language="tr").delivery == "bounced"
