"""Changing a round after it was announced: with a reason, the old dates kept, and told to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cms.api import announce

from ..domain import State, are_in_order
from ..events import RoundChanged
from ..mail.due import queue_change
from ..models import Consultation, Invitation, Round, RoundChange

What = RoundChange.What

MAY_CLOSE_ANNOUNCED = "consultation.close_announced_round"
"""Whoever has it may close a round early although invitations told another date."""

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Change:
    """What an officer wants. A new end is needed to extend and to resume, and means nothing otherwise."""

    what: RoundChange.What
    reason: str
    language: str
    closes_on: date | None = None
    closes_time: time | None = None


@transaction.atomic
def change_round(
    round_id: int, change: Change, *, now: datetime, user: Any
) -> RoundChange:  # Any: the host's user
    """Carry a change out, and return its record. Notices to all who are concerned are queued.

    Raises ValidationError, by field, for what the round or its consultation does not allow.
    """
    each = Round.objects.select_for_update(of=("self",)).select_related("consultation").get(pk=round_id)
    if not change.reason.strip():
        raise ValidationError({"reason": _("Give the reason; those who are concerned are told it.")})
    if change.what not in possible(each, now):
        raise ValidationError({"what": _("This cannot be done to the round as it is now.")})
    before = (each.closes_on, each.closes_at)
    CARRY_OUT[change.what](each, change, now, user)
    each.save()
    record = RoundChange.objects.create(
        round=each,
        what=change.what,
        reason=change.reason.strip(),
        language=change.language,
        closes_on_before=before[0],
        closes_at_before=before[1],
        closes_on_after=each.closes_on,
        closes_at_after=each.closes_at,
        at=now,
        by=user,
    )
    keep_revision(each.consultation_id, user)
    queue_change(record, now)
    announce(RoundChanged(consultation_id=each.consultation_id, round_id=each.pk, occurred_at=now))
    return record


def possible(each: Round, now: datetime) -> tuple[RoundChange.What, ...]:
    """Return what can be done to a round at an instant. A closed one can be opened again by extending it."""
    return {
        State.SCHEDULED: (What.EXTENDED,),
        State.OPEN: (What.EXTENDED, What.SUSPENDED, What.CLOSED_EARLY),
        State.SUSPENDED: (What.RESUMED,),
        State.CLOSED: (What.EXTENDED,),
    }[each.window.state_at(now)]


def extend(each: Round, change: Change, now: datetime, user: Any) -> None:  # Any: the host's user
    before = each.closes_at
    put_end(each, change, now)
    if each.closes_at <= before:
        raise ValidationError(
            {"closes_on": _("The new end is not later than the old one. Give a later date.")}
        )


def suspend(each: Round, change: Change, now: datetime, user: Any) -> None:  # Any: the host's user
    each.suspended_at = now


def resume(each: Round, change: Change, now: datetime, user: Any) -> None:  # Any: the host's user
    before = each.closes_at
    each.suspended_at = None
    put_end(each, change, now)
    if each.closes_at < before:
        raise ValidationError(
            {"closes_on": _("The new end is before the old one. Give the old date or a later one.")}
        )


def close_early(each: Round, change: Change, now: datetime, user: Any) -> None:  # Any: the host's user
    """Close it with the next full minute: what is shown is exact, and nothing becomes late afterwards."""
    if has_told_dates(each) and not user.has_perm(MAY_CLOSE_ANNOUNCED):
        raise ValidationError(
            {"what": _("Invitations told another date. Closing before it needs a permission of its own.")}
        )
    end = now.replace(second=0, microsecond=0) + MINUTE
    local = end.astimezone(each.consultation.zone)
    is_end_of_day = local.time() == time.min
    each.closes_on = local.date() - timedelta(days=1) if is_end_of_day else local.date()
    each.closes_time = None if is_end_of_day else local.time()
    each.closed_early_at = end


CARRY_OUT: dict[RoundChange.What, Callable[[Round, Change, datetime, Any], None]] = {
    What.EXTENDED: extend,
    What.SUSPENDED: suspend,
    What.RESUMED: resume,
    What.CLOSED_EARLY: close_early,
}


def put_end(each: Round, change: Change, now: datetime) -> None:
    """Give the round its new end. Raises ValidationError where it does not fit."""
    if change.closes_on is None:
        raise ValidationError({"closes_on": _("Give the new closing date.")})
    each.closes_on, each.closes_time, each.closed_early_at = change.closes_on, change.closes_time, None
    each.full_clean(exclude=["consultation", "opens_at", "closes_at"])
    window = each.period.window(zone=each.consultation.zone)
    each.closes_at = window.closes_at
    if each.closes_at <= now:
        raise ValidationError({"closes_on": _("The new end has passed. Give a later date.")})
    others = [other.period for other in each.consultation.rounds.exclude(pk=each.pk)]
    if not are_in_order(sorted([*others, each.period], key=lambda period: period.starts)):
        raise ValidationError(
            {"closes_on": _("The next round would have begun by then. Give an earlier date.")}
        )


def has_told_dates(each: Round) -> bool:
    """Whether invitations went out, by mail or by a letter with its date."""
    told = Invitation.objects.filter(round=each, revoked_at=None)
    unsent = Invitation.Delivery.NOT_SENT
    return told.exclude(delivery=unsent, letter_date=None).exists()


def keep_revision(consultation_id: int, user: Any) -> None:  # Any: the host's user
    """Store the consultation anew, whose lists follow its dates, with a revision that holds them."""
    consultation = Consultation.objects.get(pk=consultation_id)
    consultation.save()
    consultation.save_revision(user=user)
