"""The gates that a submission passes: what they refuse, with which code, and what they let in."""

from __future__ import annotations

import base64
import json
import zlib
from datetime import UTC, datetime, timedelta
from io import BytesIO
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from altcha import solve_challenge_v1
from django.apps import apps
from PIL import Image

from ..abuse.attachments import fault_of
from ..abuse.attempts import Refusal, RefusalCode, SubmissionAttempt, Upload
from ..abuse.duplicates import near_duplicates
from ..abuse.gates import check
from ..abuse.proof_of_work import challenge_for
from ..abuse.rates import network_of
from ..conf import ConsultationSettings
from ..submissions.tokens import form_token

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def attempt(**facts: Any) -> SubmissionAttempt:
    return SubmissionAttempt(**{"round_id": 1, "now": NOW, "address": "192.0.2.7", **facts})


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> Any:
    def put(**values: Any) -> None:
        monkeypatch.setattr(apps.get_app_config("consultation"), "settings", ConsultationSettings(**values))

    return put


def code_of(refusal: Refusal | None) -> str | None:
    return refusal and refusal.code.value


def test_an_ordinary_attempt_gets_in() -> None:
    ticket = form_token(1, now=NOW - timedelta(minutes=5))

    assert check(attempt(form_ticket=ticket, email="a@example.org")) is None


def test_who_fills_in_the_hidden_field_is_refused() -> None:
    assert code_of(check(attempt(honeypot="http://spam.example"))) == "LOOKS_AUTOMATIC"


@pytest.mark.parametrize(
    ("ticket", "code", "retry_after"),
    [
        (form_token(1, now=NOW - timedelta(seconds=1)), "FORM_TOO_FAST", 2),
        (form_token(1, now=NOW - timedelta(seconds=3)), None, None),
        (form_token(1, now=NOW - timedelta(days=29)), None, None),
        (form_token(1, now=NOW - timedelta(days=31)), "FORM_NOT_OURS", None),
        (form_token(1, now=NOW + timedelta(hours=1)), "FORM_NOT_OURS", None),
        (form_token(2, now=NOW - timedelta(hours=1)), "FORM_NOT_OURS", None),
        ("1.1790000000:x", "FORM_NOT_OURS", None),
        ("", "FORM_NOT_OURS", None),
    ],
    ids=["too fast", "in time", "old", "too old", "of the future", "of another", "forged", "empty"],
)
def test_a_form_comes_back_after_a_while_and_unchanged(
    ticket: str, code: str | None, retry_after: int | None
) -> None:
    refusal = check(attempt(form_ticket=ticket))

    assert (code_of(refusal), refusal and refusal.retry_after) == (code, retry_after)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.0/24"),
        ("::ffff:192.0.2.9", "192.0.2.0/24"),
        ("2001:db8:1:22ff::1", "2001:db8:1:2200::/56"),
        ("192.0.2.7/32", "192.0.2.0/24"),
        ("2001:db8:1:22ff::/64", "2001:db8:1:2200::/56"),
        ("token-5", "token-5"),
        ("", ""),
    ],
)
def test_addresses_are_counted_by_their_network(address: str, network: str) -> None:
    assert network_of(address) == network


def test_a_network_is_limited_and_told_when_to_come_again(limits: Any) -> None:
    limits(submissions_a_network=2, submissions_without_proof=9)

    refusals = [check(attempt(address=f"192.0.2.{host}")) for host in (1, 2, 3)]
    elsewhere = check(attempt(address="198.51.100.1"))
    next_hour = check(attempt(now=NOW + timedelta(minutes=31)))

    assert refusals == [None, None, Refusal(RefusalCode.RATE_LIMITED, retry_after=1800)]
    assert (elsewhere, next_hour) == (None, None)


def test_an_address_and_an_invitation_are_limited_whatever_the_network(limits: Any) -> None:
    limits(submissions_an_email=1, submissions_an_invitation=1)
    by_email = [
        check(attempt(address=f"10.0.{n}.1", email=email)) for n, email in enumerate(("A@b.tr", "a@B.tr "))
    ]
    by_invitation = [check(attempt(invitation_key="7")) for _turn in range(2)]

    assert [code_of(each) for each in (*by_email, *by_invitation)] == [None, "RATE_LIMITED"] * 2


def test_counters_name_nobody(limits: Any) -> None:
    from django.core.cache import cache

    check(attempt(email="ayse@example.org"))

    kept = str(getattr(cache, "_cache", {}))
    assert "ayse" not in kept
    assert "192.0.2" not in kept


def solved(challenge: Any, **changes: Any) -> str:
    solution = solve_challenge_v1(
        challenge=challenge.challenge,
        salt=challenge.salt,
        algorithm="SHA-256",
        max_number=challenge.max_number,
    )
    told = {
        "algorithm": challenge.algorithm,
        "challenge": challenge.challenge,
        "number": solution.number,
        "salt": challenge.salt,
        "signature": challenge.signature,
        **changes,
    }
    return base64.b64encode(json.dumps(told).encode()).decode()


def test_a_busy_network_proves_work_once_for_each_submission(limits: Any) -> None:
    limits(submissions_without_proof=1, proof_numbers=1000)
    now = datetime.now(UTC)
    proof = solved(challenge_for(1, now=now))
    foreign = solved(challenge_for(2, now=now))
    late = solved(challenge_for(1, now=now - timedelta(hours=1)))
    forged = solved(challenge_for(1, now=now), signature="0" * 64)

    answers = [check(attempt(now=now, proof=each)) for each in ("", "", foreign, late, forged, proof, proof)]
    nonsense = [
        check(attempt(now=now, proof=base64.b64encode(each).decode())) for each in (b"5", b"[]", b"{}")
    ]

    assert [code_of(each) for each in answers] == [None, *["PROOF_REQUIRED"] * 4, None, "PROOF_REQUIRED"]
    assert {code_of(each) for each in nonsense} == {"PROOF_REQUIRED"}
    assert check(attempt(now=now, invitation_key="7")) is None


def zipped(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def docx(**more: bytes) -> bytes:
    parts = {name.replace("__", "/"): part for name, part in more.items()}
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>", **parts})


def pdf(body: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + body + b"\ntrailer << >>\n%%EOF\n"


def hidden_in_pdf(objects: bytes) -> bytes:
    packed = zlib.compress(objects)
    return pdf(
        b"2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj"
    )


def picture(kind: str, size: tuple[int, int] = (4, 4)) -> bytes:
    content = BytesIO()
    Image.new("1", size).convert("L").save(content, kind)
    return content.getvalue()


ENTITY = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LINK = b'<Relationship Type="http://x/relationships/%s" Target="http://x" TargetMode="External"/>'
FILES: list[tuple[str, bytes, str | None]] = [
    ("görüş.docx", docx(), None),
    ("görüş.docx", docx(**{"word___rels__document.xml.rels": LINK % b"hyperlink"}), None),
    (
        "görüş.docx",
        docx(**{"word___rels__settings.xml.rels": LINK % b"attachedTemplate"}),
        "EXTERNAL_CONTENT",
    ),
    ("görüş.docx", docx(**{"word__vbaProject.bin": b"x"}), "MACROS"),
    ("görüş.docx", docx(**{"word__embeddings__oleObject1.bin": b"x"}), "EMBEDDED_FILE"),
    ("görüş.docx", docx(word__media=zipped({"a": b"b"})), "NESTED_ARCHIVE"),
    (
        "görüş.docx",
        docx(**{"word__a.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'}),
        "EXTERNAL_CONTENT",
    ),
    ("görüş.docx", docx(**{"word__a.xml": "<!DOCTYPE a>".encode("utf-16")}), "EXTERNAL_CONTENT"),
    ("görüş.docx", docx(**{"word__media__a.svg": b"<svg onload='x()'/>"}), "SCRIPT"),
    ("görüş.docx", docx(**{"word__bomb.xml": b" " * 30_000_000}), "EXPANDS_TOO_MUCH"),
    ("görüş.docx", pdf(), "TYPE_MISMATCH"),
    ("görüş.docx", docx()[:-30], "DAMAGED"),
    ("görüş.xlsx", docx(), "TYPE_MISMATCH"),
    ("görüş.pdf", pdf(), None),
    ("görüş.pdf", hidden_in_pdf(b"1 0 << /Type /Page >>"), None),
    ("görüş.pdf", pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "SCRIPT"),
    ("görüş.pdf", pdf(b"<< /S /J#61va#53cript >>"), "SCRIPT"),
    ("görüş.pdf", hidden_in_pdf(b"1 0 << /S /JavaScript >>"), "SCRIPT"),
    ("görüş.pdf", pdf(b"<< /Type /EmbeddedFile >>"), "EMBEDDED_FILE"),
    ("görüş.pdf", pdf(b"<< /Encrypt 5 0 R >>"), "ENCRYPTED"),
    ("görüş.pdf", hidden_in_pdf(b" " * 70_000_000), "EXPANDS_TOO_MUCH"),
    ("görüş.pdf", b"MZ\x90", "TYPE_MISMATCH"),
    ("tarama.png", picture("PNG"), None),
    ("tarama.jpg", picture("JPEG"), None),
    ("tarama.jpg", picture("PNG"), "TYPE_MISMATCH"),
    ("tarama.png", picture("PNG", (40_000, 4_000)), "EXPANDS_TOO_MUCH"),
    ("görüş.txt", "Görüşümüz yoktur.".encode(), None),
    ("görüş.txt", "Görüşümüz yoktur.".encode("cp1254"), None),
    ("görüş.csv", "a;b".encode("utf-16"), None),
    ("görüş.txt", b"<svg onload='x()'/>", "TYPE_MISMATCH"),
    ("görüş.txt", b"\x00\x01", "TYPE_MISMATCH"),
    ("görüş.svg", b"<svg/>", "TYPE_NOT_ALLOWED"),
    ("görüş.zip", zipped({"a": b"b"}), "TYPE_NOT_ALLOWED"),
    ("görüş", b"a", "TYPE_NOT_ALLOWED"),
    ("görüş.txt", b"", "EMPTY"),
]


@pytest.mark.parametrize(("name", "content", "fault"), FILES, ids=range(len(FILES)))
def test_a_file_is_judged_by_what_is_in_it(name: str, content: bytes, fault: str | None) -> None:
    assert fault_of(Upload(name, content)) == fault


def test_a_file_that_is_refused_is_named_with_the_reason(limits: Any) -> None:
    limits(attachment_bytes=9, attachments=2)
    small, large = Upload("a.txt", b"a"), Upload("b.txt", b"a" * 10)

    refusals = [check(attempt(uploads=uploads)) for uploads in ((small, large), (small, small, small))]

    assert refusals == [
        Refusal(RefusalCode.ATTACHMENT_REJECTED, "attachments.1", "TOO_LARGE"),
        Refusal(RefusalCode.ATTACHMENT_REJECTED, "attachments", "TOO_MANY"),
    ]


class Clamd(StreamRequestHandler):
    """Answers as ClamAV's daemon does: it knows one virus."""

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        content = b""
        while size := int.from_bytes(self.rfile.read(4), "big"):
            content += self.rfile.read(size)
        known = EICAR in content and command == b"zINSTREAM\0"
        self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if known else b"stream: OK\0")


@pytest.fixture
def clamd(limits: Any) -> Any:
    with ThreadingTCPServer(("127.0.0.1", 0), Clamd) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        limits(clamav=f"tcp:127.0.0.1:{server.server_address[1]}")
        yield
        server.shutdown()


def test_what_the_scanner_finds_is_refused(clamd: None) -> None:
    harmless, infected = Upload("a.txt", b"a" * 200_000), Upload("b.txt", b"a" * 70_000 + EICAR)

    assert [fault_of(harmless), fault_of(infected)] == [None, "MALWARE"]


def test_nothing_passes_unseen_while_the_scanner_is_away(limits: Any) -> None:
    limits(clamav="tcp:127.0.0.1:1")

    refusal = check(attempt(uploads=(Upload("a.txt", b"a"),)))

    assert refusal == Refusal(
        RefusalCode.ATTACHMENT_REJECTED, "attachments.0", "SCANNER_UNAVAILABLE", retry_after=60
    )


TEXT = (
    "Taslağın beşinci maddesinde öngörülen süre kuruluşların hazırlık yapması için yeterli değildir; "
    "sürenin altmış güne çıkarılmasını ve ilgili meslek odalarının görüşünün alınmasını öneriyoruz."
)
OTHER = "Eğitim programlarının içeriği hakkında bir önerimiz vardır: sınıf dışı etkinlikler de sayılmalıdır."


def test_a_campaign_is_one_group() -> None:
    texts = {
        1: TEXT,
        2: OTHER,
        3: TEXT.replace("i", "İ").upper(),
        4: f"Sayın yetkili, {TEXT}",
        5: TEXT.replace(";", ",\n"),
        6: "",
        7: "Destekliyoruz.",
        8: "destekliyoruz",
        9: TEXT.replace("altmış", "doksan"),
    }

    groups = near_duplicates(texts, at_least=0.6)

    assert groups == ((1, 3, 4, 5, 9), (7, 8))


def test_seven_hundred_identical_replies_are_one_group_and_others_stay_apart() -> None:
    words = [f"sözcük{number}" for number in range(400)]
    others = {f"o{n}": " ".join(words[(n * 7 + step * 3) % 400] for step in range(30)) for n in range(44)}
    campaign = {f"c{number}": TEXT for number in range(709)}

    (group,) = [each for each in near_duplicates({**others, **campaign}) if "c0" in each]

    assert len(group) == 709
