"""Sends what stands in the ledger. A notice is claimed by one process, and sent again only if that died.

Whoever claims a notice has a quarter hour. A process that dies in the middle of a handover to the post
office leaves it open whether the mail went out; it is sent again under the same Message-ID, which mail
systems know a copy by: an invitation that is lost would be worse.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from ..models import Invitation, Notice
from .composing import mail_of

CLAIMED_FOR = timedelta(minutes=15)
PAUSES = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=3), timedelta(hours=12))
MOST = 500  # a run

log = logging.getLogger(__name__)


@task()
def send_queued() -> str:
    """Send what is due: the task that follows a commit."""
    return send_due(timezone.now())


def send_soon() -> None:
    send_queued.enqueue()


def send_due(now: datetime) -> str:
    """Send the notices that are due, the oldest first; say how many went out."""
    due = Notice.objects.filter(is_due(now)).order_by("queued_at", "pk").values_list("pk", flat=True)
    sent = sum(send(key, now) for key in list(due[:MOST]))
    return f"{sent} sent"


def is_due(now: datetime) -> Q:
    waiting = Q(state__in=(Notice.State.QUEUED, Notice.State.SENDING))
    return waiting & Q(next_attempt_at__lte=now)


def send(key: int, now: datetime) -> bool:
    """Whether this call sent the notice. Of several at once, one claims it."""
    claimed = Notice.objects.filter(is_due(now), pk=key).update(
        state=Notice.State.SENDING, next_attempt_at=now + CLAIMED_FOR
    )
    if not claimed:
        return False
    notice = Notice.objects.select_related(
        "round__consultation", "invitation__stakeholder", "submission__respondent"
    ).get(pk=key)
    mail = mail_of(notice, now)
    if mail is None:
        settle(notice, Notice.State.SUPERSEDED)
        return False
    return handed_over(notice, mail, now)


def handed_over(notice: Notice, mail: EmailMultiAlternatives, now: datetime) -> bool:
    try:
        mail.send()
    except SMTPRecipientsRefused as error:
        status = next((code for code, _text in error.recipients.values()), 0)
        if 500 <= status < 600:
            refuse(notice, str(status), now)
        else:
            try_later(notice, error, now)
        return False
    except (OSError, SMTPException) as error:
        try_later(notice, error, now)
        return False
    settle(notice, Notice.State.SENT, sent_at=now)
    if notice.kind == Notice.Kind.INVITATION and notice.invitation_id:
        Invitation.objects.filter(pk=notice.invitation_id).update(
            sent_at=now, delivery=Invitation.Delivery.SENT
        )
    return True


def refuse(notice: Notice, status: str, now: datetime) -> None:
    """The post office knows at once that the address does not exist."""
    from .bounces import note_bounce  # noqa: PLC0415 -- a bounce is noted in one place

    note_bounce(notice, status=status, now=now)


def try_later(notice: Notice, error: Exception, now: datetime) -> None:
    """Note what failed, without the address, and when to try again; give up after the last pause."""
    kind = type(error).__name__
    log.warning("Notice %s was not sent: %s", notice.pk, kind)
    if notice.attempts >= len(PAUSES):
        settle(notice, Notice.State.FAILED, failure=kind)
        return
    again = now + PAUSES[notice.attempts]
    settle(notice, Notice.State.QUEUED, failure=kind, attempts=notice.attempts + 1, next_attempt_at=again)


def settle(notice: Notice, state: Notice.State, **facts: object) -> None:
    Notice.objects.filter(pk=notice.pk).update(state=state, **facts)
