"""Asks contacts whether their entries are true, and takes their answers. Addresses are never logged."""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.api import mail_to
from plugins.networks.models import EntryCorrection, EntryInvitation, EntryReview, OrganisationEntry
from plugins.networks.models.confirmations import LONGEST_MESSAGE
from plugins.networks.naming import shown_name
from plugins.networks.vocabulary import FacetKey, Freshness
from plugins.networks.words import content_languages

VALID_FOR = timedelta(days=14)
NOT_AGAIN_FOR = timedelta(days=30)
MOST_LETTERS = 50  # a run
MOST_OF_ASKER, MOST_OF_TOKEN = 60, 10  # answers a minute: a token cannot be guessed, and trying must not cost

log = logging.getLogger(__name__)


class TooMany(Exception):
    """More answers came within a minute than people would give."""


def invite_contacts(now: datetime) -> str:
    """Write to the contacts of entries that have to be confirmed; at most 50 a run, none twice a month."""
    if not settings.FRONTEND_URL:
        return "no FRONTEND_URL: nobody was asked"
    reviews = list(to_invite(now)[:MOST_LETTERS])
    for review in reviews:
        invite(review, now)
    return f"{len(reviews)} asked"


def to_invite(now: datetime) -> QuerySet[EntryReview]:
    """Return the reviews of public entries that are not fresh and whose contact was not asked lately."""
    fresh = OrganisationEntry.objects.filter(
        organisation=OuterRef("organisation"), facets__contains=f" {FacetKey.FRESHNESS}={Freshness.FRESH} "
    )
    asked = EntryInvitation.objects.filter(
        organisation=OuterRef("organisation"), sent_at__gt=now - NOT_AGAIN_FOR
    )
    reviews = EntryReview.objects.filter(organisation__live=True).exclude(contact_email="")
    wanted = reviews.filter(~Exists(fresh), ~Exists(asked))
    return wanted.select_related("organisation").order_by("last_confirmed_at", "pk")


def invite(review: EntryReview, now: datetime) -> None:
    """Keep the digest of a new token and, once that is certain, mail the token."""
    token = secrets.token_urlsafe(32)
    EntryInvitation.objects.create(
        organisation=review.organisation,
        token_digest=digest(token),
        sent_at=now,
        expires_at=now + VALID_FOR,
    )
    transaction.on_commit(partial(send, review, token))


def send(review: EntryReview, token: str) -> None:
    """Send the letter in the contact's language. A failure is logged without the address."""
    known = review.contact_language in content_languages()
    language = review.contact_language if known else settings.LANGUAGE_CODE
    try:
        letter(review, token, language).send()
    except (OSError, SMTPException) as error:
        kind = type(error).__name__
        log.warning("The invitation for entry %s was not sent: %s", review.organisation_id, kind)


def letter(review: EntryReview, token: str, language: str) -> EmailMultiAlternatives:
    name = shown_name(review.organisation.names.all(), language=language)
    context: dict[str, Any] = {  # Any: a template prints it
        "name": name.text if name else review.organisation.key,
        # Behind `#`, the token stays in the browser and out of the logs of servers.
        "address": f"{settings.FRONTEND_URL}/{language}/networks/confirm#{token}",
        "days": VALID_FOR.days,
    }
    with translation.override(language):
        subject = _("Is our entry about %(name)s still true?") % context
    return mail_to(
        review.contact_email,
        language=language,
        subject=subject,
        template="networks/mail/confirm",
        context=context,
    )


@transaction.atomic
def confirm(token: str, *, asker: str) -> bool:
    """Note that the entry is true today. False for a token that is unknown, used or expired.

    `asker` is whom limits count. Raises TooMany.
    """
    invitation = _redeemed(token, asker)
    if invitation is None:
        return False
    review, _new = EntryReview.objects.get_or_create(organisation=invitation.organisation)
    review.last_confirmed_at = timezone.now()
    review.save()
    return True


@transaction.atomic
def propose(token: str, message: str, *, asker: str) -> bool:
    """Keep a correction for moderation. False as in `confirm`. Raises ValueError for a text that is none."""
    if not message.strip() or len(message) > LONGEST_MESSAGE:
        raise ValueError(f"must have between 1 and {LONGEST_MESSAGE} characters")
    invitation = _redeemed(token, asker)
    if invitation is None:
        return False
    EntryCorrection.objects.create(
        organisation=invitation.organisation, message=message.strip(), proposed_at=timezone.now()
    )
    return True


def _redeemed(token: str, asker: str) -> EntryInvitation | None:
    """Return the invitation, used up by this very call; of two calls at once only one gets it."""
    _count(f"asker-{digest(asker)}", MOST_OF_ASKER)
    _count(f"token-{digest(token)}", MOST_OF_TOKEN)
    now = timezone.now()
    open_ones = EntryInvitation.objects.filter(
        token_digest=digest(token), used_at=None, expires_at__gt=now, organisation__live=True
    )
    invitation = open_ones.select_related("organisation").first()
    if invitation is None or not open_ones.update(used_at=now):
        return None
    return invitation


def _count(whose: str, most: int) -> None:
    """Count an answer of this minute. Raises TooMany; one who asks too much does not lock out the others."""
    key = f"networks-answers-{whose}-{int(timezone.now().timestamp()) // 60}"
    cache.add(key, 0, timeout=120)
    if cache.incr(key) > most:
        raise TooMany


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
