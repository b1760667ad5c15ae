"""Where receipts, heads and the verifying page are."""

from __future__ import annotations

from django.urls import reverse

from cms.api import served_here

from ..models import SubmissionRevision
from .tokens import page_token


def receipt_url(revision: SubmissionRevision, *, language: str, kind: str = "receipt") -> str:
    """Return the whole address of a receipt: `receipt` is the page, `receipt_pdf` the same to print."""
    reference = revision.submission.reference
    place = {
        "language": language,
        "reference": reference,
        "number": revision.number,
        "token": page_token(f"{reference}/{revision.number}"),
    }
    return served_here(reverse(f"consultation:{kind}", kwargs=place))


def heads_url() -> str:
    return served_here(reverse("consultation:heads"))
