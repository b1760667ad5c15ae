"""Inviting: a list or single stakeholders to a round, by mail or on paper, and passing an invitation on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from ..mail.ledger import invited, queue
from ..models import Consultation, Invitation, Notice, Round, Stakeholder
from .tokens import code_of, digest_of, digests_of, new_seed


@dataclass(frozen=True)
class Letter:
    """The letter by which a round is announced to those who are asked."""

    number: str = ""
    date: date | None = None


@transaction.atomic
def invite(
    each: Round, stakeholders: Iterable[Stakeholder], *, letter: Letter | None = None
) -> tuple[Invitation, ...]:
    """Return new invitations to a round for those who have none yet. Nothing is sent by that."""
    letter = letter or Letter()
    known = set(Invitation.objects.filter(round=each).values_list("stakeholder_id", flat=True))
    made = []
    for stakeholder in stakeholders:
        if stakeholder.pk in known:
            continue
        contact = stakeholder.contact
        made.append(
            Invitation.objects.create(
                round=each,
                stakeholder=stakeholder,
                email=contact.email if contact else "",
                language=stakeholder.language,
                letter_number=letter.number,
                letter_date=letter.date,
            )
        )
    return tuple(made)


@transaction.atomic
def send_invitations(invitations: QuerySet[Invitation], *, now: datetime) -> int:
    """Have those that were not sent yet mailed; return how many that are."""
    chosen = list(unsent(invitations))
    # The digest names the code: a new code is a new occasion.
    sent = sum(
        queue(
            Notice.Kind.INVITATION,
            occasion=f"code-{each.token_hash[:16]}",
            recipients=[invited(each)],
            now=now,
        )
        for each in chosen
    )
    Invitation.objects.filter(pk__in=[each.pk for each in chosen]).update(delivery=Invitation.Delivery.QUEUED)
    return sent


def unsent(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Return those that could be mailed and were not yet."""
    return invitations.filter(delivery=Invitation.Delivery.NOT_SENT, revoked_at=None).exclude(email="")


def is_for_nobody(consultation: Consultation, *, visibility: str, participation: str) -> bool:
    """Whether with these two only the invited would be asked, or see it at all, and nobody is invited."""
    is_closed = (
        visibility == Consultation.Visibility.RESTRICTED
        or participation == Consultation.Participation.INVITED
    )
    if not is_closed or consultation.is_historical:
        return False
    return not Invitation.objects.filter(round__consultation=consultation, revoked_at=None).exists()


@transaction.atomic
def delegate(invitation: Invitation, to: Stakeholder) -> Invitation:
    """Return an invitation of their own for somebody to whom an invitation was passed on.

    Raises ValueError for one that was itself passed on: the line of responsibility stays short.
    """
    if invitation.delegate_of_id is not None:
        raise ValueError("An invitation that was passed on cannot be passed on again.")
    (made,) = invite(
        invitation.round, [to], letter=Letter(invitation.letter_number, invitation.letter_date)
    ) or (Invitation.objects.get(round=invitation.round, stakeholder=to),)
    if made.pk != invitation.pk and made.delegate_of_id is None:
        made.delegate_of = invitation
        made.save(update_fields=["delegate_of"])
    return made


@transaction.atomic
def renew_code(invitation: Invitation) -> None:
    """Give the invitation a new code; the old one opens nothing from now on."""
    seed = new_seed()
    invitation.token_seed, invitation.token_hash = seed, digest_of(code_of(seed))
    invitation.delivery, invitation.sent_at, invitation.bounced_at = Invitation.Delivery.NOT_SENT, None, None
    invitation.save()


def invitation_with(codes: Iterable[str], *, round_id: int | None = None) -> Invitation | None:
    """Return the invitation that one of the codes belongs to, of the round if that is given; None without.

    A revoked one is none.
    """
    found = Invitation.objects.filter(token_hash__in=tuple(digests_of(codes)), revoked_at=None)
    if round_id is not None:
        found = found.filter(round=round_id)
    return found.select_related("round__consultation", "stakeholder").order_by("-pk").first()


def key_of(invitation: Invitation) -> str:
    """Return what a submission names its invitation by: `Submission.invitation_key`."""
    return str(invitation.pk)
