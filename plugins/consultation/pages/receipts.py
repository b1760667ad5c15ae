"""The receipt as a page, as PDF, as text and as JSON, for whoever has its address."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from ..models import SubmissionRevision
from ..submissions.receipts import receipt_of
from ..submissions.tokens import is_page_token
from ..transparency.receipt_text import receipt_text
from ..transparency.receipts import Receipt
from .pdf import receipt_as_pdf
from .telling import Telling, telling_of

PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


def receipt_page(
    request: HttpRequest, language: str, reference: str, number: int, token: str
) -> HttpResponse:
    """Show the receipt in a language; one that was erased says so."""
    revision = revision_at(language, reference, number, token)
    receipt = receipt_of(revision)
    with translation.override(language):
        told = telling_of(revision, receipt, language=language)
        page = render(request, "consultation/receipt.html", {"told": told, "language": language})
    return private(page, language)


def receipt_pdf(request: HttpRequest, language: str, reference: str, number: int, token: str) -> HttpResponse:
    revision, receipt = proven_at(language, reference, number, token)
    told: Telling = telling_of(revision, receipt, language=language)
    answer = HttpResponse(receipt_as_pdf(told, language=language), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{reference}-{number}.pdf"'
    return private(answer, language)


def receipt_text_file(
    request: HttpRequest, language: str, reference: str, number: int, token: str
) -> HttpResponse:
    _revision, receipt = proven_at(language, reference, number, token)
    return private(HttpResponse(receipt_text(receipt), content_type="text/plain; charset=utf-8"), language)


def receipt_json(
    request: HttpRequest, language: str, reference: str, number: int, token: str
) -> HttpResponse:
    _revision, receipt = proven_at(language, reference, number, token)
    text = json.dumps(receipt.document(), ensure_ascii=False, indent=2)
    return private(HttpResponse(text, content_type="application/json"), language)


def submission_json(
    request: HttpRequest, language: str, reference: str, number: int, token: str
) -> HttpResponse:
    """Return the canonical JSON that was hashed, to the byte."""
    revision, _receipt = proven_at(language, reference, number, token)
    content = (revision.content or "").encode()
    return private(HttpResponse(content, content_type="application/json"), language)


def proven_at(language: str, reference: str, number: int, token: str) -> tuple[SubmissionRevision, Receipt]:
    revision = revision_at(language, reference, number, token)
    receipt = receipt_of(revision)
    if receipt is None:
        raise Http404
    return revision, receipt


def revision_at(language: str, reference: str, number: int, token: str) -> SubmissionRevision:
    """Return the revision of an address. Raises Http404 alike for a wrong token and for no such receipt."""
    if language not in dict(settings.LANGUAGES) or not is_page_token(token, f"{reference}/{number}"):
        raise Http404
    revision = (
        SubmissionRevision.objects.filter(submission__reference=reference, number=number)
        .select_related("submission__round__consultation")
        .first()
    )
    if revision is None:
        raise Http404
    return revision


def private(answer: HttpResponse, language: str) -> HttpResponse:
    """Return the answer with headers that keep it out of caches, search engines and referrers."""
    answer["Content-Language"] = language
    for name, value in PRIVATE.items():
        answer[name] = value
    return answer
