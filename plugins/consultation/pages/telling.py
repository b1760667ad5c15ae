"""What a receipt says to people, in their language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _

from ..models import Submission, SubmissionRevision
from ..submissions.addressing import receipt_url
from ..transparency.instants import instant_text
from ..transparency.receipt_text import receipt_text
from ..transparency.receipts import Receipt
from ..wording import clock, day_parts, zone_name


@dataclass(frozen=True)
class Said:
    """One opinion as the receipt lists it."""

    place: str
    words: tuple[tuple[str, str], ...]
    language: str


@dataclass(frozen=True)
class Telling:
    """The page's words. `facts` are label and value; nothing of who it was."""

    title: str
    reference: str
    facts: tuple[tuple[str, str], ...]
    opinions: tuple[Said, ...]
    attachments: tuple[tuple[str, str], ...]
    text: str
    urls: dict[str, str]
    is_erased: bool
    is_withdrawn: bool


def telling_of(revision: SubmissionRevision, receipt: Receipt | None, *, language: str) -> Telling:
    """Return what the receipt of a revision says in a language."""
    content: dict[str, Any] = json.loads(revision.content or "{}")
    kinds = ("receipt", "receipt_pdf", "receipt_text", "receipt_json", "submission_json")
    with translation.override(language):
        return Telling(
            title=_("Receipt %(reference)s") % {"reference": revision.submission.reference},
            reference=revision.submission.reference,
            facts=tuple(facts(revision, receipt, content, language)),
            opinions=tuple(said(each) for each in content.get("opinions", ())),
            attachments=tuple((each["name"], each["sha256"]) for each in content.get("attachments", ())),
            text=receipt_text(receipt) if receipt else "",
            urls={kind: receipt_url(revision, language=language, kind=kind) for kind in kinds},
            is_erased=revision.erased_at is not None,
            is_withdrawn=revision.submission.state == Submission.State.WITHDRAWN,
        )


def facts(
    revision: SubmissionRevision, receipt: Receipt | None, content: dict[str, Any], language: str
) -> list[tuple[str, str]]:
    submission = revision.submission
    zone = submission.round.consultation.zone
    rows = [
        (_("Reference"), submission.reference),
        (_("Revision"), str(revision.number)),
        (_("Received"), local_text(revision.received_at, zone, language)),
        (_("Received (UTC)"), instant_text(revision.received_at)),
        (_("Recorded (UTC)"), instant_text(revision.recorded_at)),
        (_("Place in the log"), str(revision.leaf_index)),
    ]
    if content:
        rows.append((_("Publication"), str(Submission.PublicationChoice(content["publication"]).label)))
    if content.get("consent"):
        rows.append((_("Consent text"), content["consent"]))
    if submission.is_late:
        rows.append((_("Late"), _("It came after the closing date; the institution decides on it.")))
    if receipt:
        rows.append((_("SHA-256 of the content"), receipt.content_hash.hex()))
    return rows


def said(opinion: dict[str, Any]) -> Said:
    labels = ((_("Opinion"), "text"), (_("Rationale"), "rationale"), (_("Proposed wording"), "proposed_text"))
    place = opinion["provision"] or _("The draft as a whole")
    words = tuple((label, opinion[name]) for label, name in labels if opinion[name])
    return Said(place, words, opinion["language"])


def local_text(instant: datetime, zone: ZoneInfo, language: str) -> str:
    """Return an instant by the clocks of the consultation."""
    local = instant.astimezone(zone)
    parts = day_parts(local.date())
    return "{weekday} {date}, {time} ({zone})".format(
        **parts, time=clock(local.time()), zone=zone_name(zone, at=instant, language=language)
    )
