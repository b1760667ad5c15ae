"""Which notices are due, found from what is stored and the time. Asking late or twice finds the same.

A reminder has its time: half-way, 72 and 24 hours before the end. Who was away meanwhile is reminded once, by
the latest that is due, and never of what has passed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..models import Invitation, Notice, Passage, Respondent, Round, RoundChange, Submission
from .ledger import Recipient, invited, queue, sender_of

BEFORE_THE_END = {"72h": timedelta(hours=72), "24h": timedelta(hours=24)}
HALF = "half"
CLOSED_FOR_AT_MOST = timedelta(days=7)
CHANGED_FOR_AT_MOST = timedelta(days=2)


def queue_due(now: datetime) -> int:
    """Put into the ledger what is due now; return how many notices that are."""
    reminders = sum(queue_reminders(each, now) for each in open_rounds(now))
    closed = sum(queue_closed(each, now) for each in lately_closed(now))
    return reminders + closed + sum(queue_change(each, now) for each in lately_changed(now))


def open_rounds(now: datetime) -> QuerySet[Round]:
    return Round.objects.filter(opens_at__lte=now, closes_at__gt=now, suspended_at=None)


def lately_closed(now: datetime) -> QuerySet[Round]:
    """Return rounds whose end was noticed. One that ended long ago announces nothing when first seen."""
    since = now - CLOSED_FOR_AT_MOST
    ended = Round.objects.filter(closes_at__lte=now, closes_at__gt=since, suspended_at=None)
    return ended.filter(Exists(Passage.objects.filter(round=OuterRef("pk"), what=Passage.What.CLOSED)))


def reminder_times(each: Round) -> list[tuple[datetime, str]]:
    """Return when to remind of a round and what that is called, the earliest first."""
    half = each.opens_at + (each.closes_at - each.opens_at) / 2
    times = [(half, HALF), *((each.closes_at - early, name) for name, early in BEFORE_THE_END.items())]
    return sorted((at, name) for at, name in times if at > each.opens_at)


def queue_reminders(each: Round, now: datetime) -> int:
    due = [name for at, name in reminder_times(each) if at <= now]
    if not due:
        return 0
    # The day of closing is part of the occasion: a round that is extended reminds anew.
    occasion = f"{due[-1]}:{each.closes_at:%Y-%m-%dT%H:%M}"
    recipients = [*map(invited, to_remind(each)), *map(sender_of, unfinished(each))]
    return queue(Notice.Kind.REMINDER, occasion=occasion, recipients=recipients, now=now)


def to_remind(each: Round) -> QuerySet[Invitation]:
    """Return the invitations that went out and have no answer."""
    return reachable(Invitation.objects.filter(round=each)).filter(
        outcome=Invitation.Outcome.NONE, sent_at__isnull=False
    )


def unfinished(each: Round) -> QuerySet[Submission]:
    """Return what was begun and not handed in, by people who confirmed their address."""
    confirmed = Respondent.objects.filter(
        pk=OuterRef("respondent_id"), email_verified_at__isnull=False, erased_at=None
    )
    return Submission.objects.filter(round=each, state=Submission.State.STARTED, invitation_key="").filter(
        Exists(confirmed)
    )


def queue_closed(each: Round, now: datetime) -> int:
    occasion = f"{each.closes_at:%Y-%m-%dT%H:%M}"
    return queue(Notice.Kind.CLOSED, occasion=occasion, recipients=everybody_in(each), now=now)


def lately_changed(now: datetime) -> QuerySet[RoundChange]:
    return RoundChange.objects.filter(at__lte=now, at__gt=now - CHANGED_FOR_AT_MOST).select_related("round")


def queue_change(change: RoundChange, now: datetime) -> int:
    return queue_changed(change.round, occasion=f"dates-{change.pk}", now=now)


def queue_changed(each: Round, *, occasion: str, now: datetime) -> int:
    """Tell all who were invited and all who handed in that the draft or a date has changed."""
    return queue(Notice.Kind.CHANGED, occasion=occasion, recipients=everybody_in(each), now=now)


def queue_outcome(each: Round, *, now: datetime) -> int:
    """Tell all who were invited and all who handed in that the outcome is published."""
    return queue(Notice.Kind.OUTCOME, occasion=f"round-{each.pk}", recipients=everybody_in(each), now=now)


def everybody_in(each: Round) -> Iterator[Recipient]:
    """Return each person once: the invited by their invitation, whoever else handed in by that."""
    yield from map(invited, reachable(Invitation.objects.filter(round=each, sent_at__isnull=False)))
    handed_in = Submission.objects.filter(round=each, state__in=Submission.COUNTED_STATES, invitation_key="")
    yield from map(sender_of, with_address(handed_in))


def reachable(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Return those that have an address which works and were not revoked."""
    usable = invitations.filter(revoked_at=None).exclude(email="")
    return usable.exclude(delivery=Invitation.Delivery.BOUNCED)


def with_address(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    return submissions.filter(Q(respondent__erased_at=None) & ~Q(respondent__email=""))
