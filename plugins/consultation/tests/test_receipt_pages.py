"""The receipt as people get it: a page, a PDF, and the page that verifies."""

import io

import pytest
from django.utils import timezone
from pypdf import PdfReader

from ..submissions.addressing import receipt_url
from ..submissions.erasing import erase_submission
from ..submissions.receipts import receipt_of
from ..transparency.receipt_text import receipt_text
from .submitting import make_round, said, says, submit

pytestmark = pytest.mark.django_db
INVALID = "The receipt is not valid: it is damaged or forged."


@pytest.fixture
def revision():
    opinion = said("Şu ığüşöç: <b>#set</b> $x$", rationale="Gerekçe", language="tr")
    return submit(make_round(), says(opinion)).revision


@pytest.mark.parametrize(("language", "words"), [("tr", "Alındı belgesi GR-"), ("en", "Receipt GR-")])
def test_the_page_tells_in_its_language_and_marks_what_is_in_another(client, revision, language, words):
    answer = client.get(receipt_url(revision, language=language))
    page = answer.content.decode()

    assert f'<html lang="{language}">' in page
    assert f"<h1>{words}" in page
    assert '<p class="words" lang="tr">Şu ığüşöç: &lt;b&gt;#set&lt;/b&gt; $x$</p>' in page
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex")


def test_the_pdf_is_tagged_and_holds_turkish_letters_and_what_was_written(client, revision):
    file = PdfReader(io.BytesIO(client.get(receipt_url(revision, language="tr", kind="receipt_pdf")).content))
    text = "\n".join(page.extract_text() for page in file.pages)

    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert file.trailer["/Root"]["/Lang"] == "tr"
    assert "Şu ığüşöç: <b>#set</b> $x$" in text
    assert receipt_of(revision).salt.hex() in text


@pytest.mark.parametrize(
    "kind", ["receipt", "receipt_pdf", "receipt_text", "receipt_json", "submission_json"]
)
def test_a_wrong_address_leads_nowhere(client, revision, kind):
    address = receipt_url(revision, language="tr", kind=kind)
    wrong = [
        address.replace("/tr/", "/de/"),
        address.replace(revision.submission.reference, "GR-2222-2222-22"),
        address.replace("/1/", "/2/"),
    ]

    assert client.get(address).status_code == 200
    assert {client.get(each).status_code for each in wrong} == {404}


def test_the_page_of_an_erased_one_says_so_and_shows_nothing(client, revision):
    address = receipt_url(revision, language="tr")
    erase_submission(revision.submission, now=timezone.now())

    page = client.get(address).content.decode()

    assert "İçerik silindi." in page
    assert "ığüşöç" not in page
    assert client.get(f"{address}receipt.pdf").status_code == 404


@pytest.mark.parametrize(
    ("language", "alter", "told"),
    [
        ("tr", lambda text: text, "Belge geçerli; görüş, alındığı gibi kayıtta duruyor."),
        ("en", lambda text: text.replace("Index: 0", "Index: 1"), INVALID),
        ("en", lambda text: text[:40], INVALID),
    ],
)
def test_a_receipt_is_verified_without_javascript(client, revision, language, alter, told):
    text = alter(receipt_text(receipt_of(revision)))

    page = client.post(f"/plugins/consultation/{language}/verify/", {"receipt": text}).content.decode()

    assert told in page
