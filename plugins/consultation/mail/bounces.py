"""Reads mails that came back (delivery status notifications, RFC 3464) and marks what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import Message

from django.db import transaction

from ..models import Invitation, Notice, StakeholderContact

OURS = re.compile(r"<notice-([0-9a-f]{32})@")
LONGEST = 5_000_000


@dataclass(frozen=True)
class Bounce:
    """What a report says: which notice, whether it failed for good, and the status code (RFC 3463)."""

    key: str
    is_permanent: bool
    status: str


def read_bounce(raw: bytes) -> Bounce | None:
    """Return what a report tells of one of our notices; None when it is no report, or of other mail."""
    message = message_from_bytes(raw[:LONGEST], policy=policy.compat32)
    report = next((part for part in message.walk() if part.get_content_type() == REPORT), None)
    key = key_in(message)
    if report is None or key is None:
        return None
    for fields in recipients_in(report):
        action = str(fields.get("Action", "")).strip().lower()
        status = str(fields.get("Status", "")).strip()[:16]
        if action:
            return Bounce(key, action == "failed" and not status.startswith("4"), status)
    return None


REPORT = "message/delivery-status"


def recipients_in(report: Message) -> Iterator[Message]:
    """Return the groups of fields of a report, the first about the mail and the others about recipients."""
    parts = report.get_payload()
    yield from (part for part in parts if isinstance(part, Message)) if isinstance(parts, list) else ()


def key_in(message: Message) -> str | None:
    """Return the key of our notice: in the headers of the mail that came back, however much of it did."""
    for part in message.walk():
        named = [part.get("Message-ID", "")] if part is not message else []
        if part.get_content_type() == "text/rfc822-headers":
            named.append(str(part.get_payload()))
        if found := next((match for text in named if (match := OURS.search(str(text)))), None):
            return found[1]
    return None


def receive(raw: bytes, *, now: datetime) -> Notice | None:
    """Mark the notice and the invitation that a report is about; None when it is about none, or temporary."""
    bounce = read_bounce(raw)
    if bounce is None or not bounce.is_permanent:
        return None
    notice = Notice.objects.select_related("invitation").filter(key=bounce.key).first()
    if notice is not None:
        note_bounce(notice, status=bounce.status, now=now)
    return notice


@transaction.atomic
def note_bounce(notice: Notice, *, status: str, now: datetime) -> None:
    """Note that a notice cannot be delivered, on its invitation and the contact that it went to."""
    Notice.objects.filter(pk=notice.pk).update(state=Notice.State.BOUNCED, failure=status)
    invitation = notice.invitation
    if invitation is None:
        return
    Invitation.objects.filter(pk=invitation.pk).update(
        delivery=Invitation.Delivery.BOUNCED, bounced_at=now, bounce_status=status
    )
    contacts = StakeholderContact.objects.filter(stakeholder=invitation.stakeholder_id, bounced_at=None)
    contacts.filter(email__iexact=invitation.email).update(bounced_at=now)
