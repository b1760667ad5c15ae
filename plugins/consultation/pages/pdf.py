"""The receipt as PDF: tagged, with its fonts inside, and its text to copy or to read from paper."""

from __future__ import annotations

import json
from pathlib import Path

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from .telling import Telling

TEMPLATE = Path(__file__).with_name("receipt.typ")


def receipt_as_pdf(told: Telling, *, language: str) -> bytes:
    """Return the PDF. What was written comes in as data: nothing in it is taken for markup."""
    with translation.override(language):
        words = {
            "language": language,
            "title": told.title,
            "facts": told.facts,
            "opinions_title": _("What was handed in"),
            "opinions": [
                {"place": each.place, "words": each.words, "language": each.language}
                for each in told.opinions
            ],
            "attachments_title": _("Attachments"),
            "attachments": told.attachments,
            "proof_title": _("For verifying"),
            "proof_note": _(
                "Keep this text, best as a file. It proves that the content was received then and stands in "
                "the log, without the help of the institution."
            ),
            "text": told.text,
            "url": told.urls["receipt"],
        }
    compiled = typst.compile(TEMPLATE.read_bytes(), sys_inputs={"told": json.dumps(words)}, format="pdf")
    assert isinstance(compiled, bytes)  # noqa: S101 -- one document makes one file
    return compiled
