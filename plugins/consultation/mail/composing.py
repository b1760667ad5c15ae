"""What a notice says. The address is read here, at the last moment; so is whether it still makes sense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cms.api import mail_to, url_of

from ..conf import consultation_settings
from ..models import Consultation, ConsultationPage, Invitation, Notice, Submission
from ..people.tokens import code_of
from ..submissions.tokens import manage_token
from ..wording import closing_text

Words = Mapping[str, Any]  # Any: a template prints it

SUBJECTS: Mapping[str, Promise] = {
    Notice.Kind.INVITATION: _("You are invited to give your opinion"),
    Notice.Kind.REMINDER: _("Reminder: your opinion is still missing"),
    Notice.Kind.VERIFICATION: _("Please confirm your e-mail address"),
    Notice.Kind.RECEIPT: _("We have received your opinion"),
    Notice.Kind.CHANGED: _("The draft or the dates have changed"),
    Notice.Kind.CLOSED: _("The time for opinions has ended"),
    Notice.Kind.DECIDED: _("What became of your opinion"),
    Notice.Kind.OUTCOME: _("The outcome of the consultation is published"),
    Notice.Kind.ERASURE: _("Your personal data will be erased soon"),
}


def mail_of(notice: Notice, now: datetime) -> EmailMultiAlternatives | None:
    """Return the mail; None when it has no recipient any more, or its occasion has passed."""
    address = address_of(notice)
    if not address or is_stale(notice, now):
        return None
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<notice-{notice.key}@{host}>"}
    mail = mail_to(
        address,
        language=notice.language,
        subject=subject_of(notice),
        template=f"consultation/mail/{notice.kind}",
        context=words_of(notice, now),
        headers=headers,
        sender=consultation_settings().mail_from or None,
    )
    return returning_to(mail, consultation_settings().bounces_to)


def returning_to(mail: EmailMultiAlternatives, address: str) -> EmailMultiAlternatives:
    """Let what cannot be delivered come back to the address: it becomes the envelope's sender."""
    if address:
        mail.extra_headers["From"] = mail.from_email
        mail.from_email = address
    return mail


def address_of(notice: Notice) -> str:
    if notice.invitation is not None:
        return "" if notice.invitation.revoked_at else notice.invitation.email
    respondent = notice.submission.respondent if notice.submission else None
    return respondent.email if respondent is not None and respondent.erased_at is None else ""


def is_stale(notice: Notice, now: datetime) -> bool:
    """Whether the occasion has passed while the notice waited."""
    if notice.kind == Notice.Kind.REMINDER:
        has_answered = notice.invitation and notice.invitation.outcome != Invitation.Outcome.NONE
        handed_in = notice.submission and notice.submission.state != Submission.State.STARTED
        return bool(has_answered or handed_in) or now >= notice.round.closes_at
    if notice.kind == Notice.Kind.VERIFICATION:
        return notice.submission is None or notice.submission.state != "pending_verification"
    return False


def subject_of(notice: Notice) -> Promise | str:
    """Return the subject: what it is about and the reference on letters. Never a title, never a name."""
    reference = notice.round.consultation.reference
    return format_lazy("{} ({})", SUBJECTS[notice.kind], reference) if reference else SUBJECTS[notice.kind]


def words_of(notice: Notice, now: datetime) -> Words:
    """Return what the templates print. Of a restricted consultation nothing but its reference and dates."""
    each, language = notice.round, notice.language
    consultation = each.consultation
    page = page_of(consultation, language)
    is_restricted = consultation.visibility == Consultation.Visibility.RESTRICTED
    common = {
        "title": "" if is_restricted or page is None else page.title,
        "reference": consultation.reference,
        "closing": closing_text(each.period, zone=consultation.zone, language=language, now=now),
        "address": "" if is_restricted or page is None else url_of(page),
    }
    return {**common, **PARTS[bool(notice.invitation)](notice)}


def page_of(consultation: Consultation, language: str) -> ConsultationPage | None:
    pages = ConsultationPage.objects.filter(consultation=consultation, live=True, alias_of=None)
    return pages.filter(locale__language_code=language).select_related("locale").first()


def words_to_the_invited(notice: Notice) -> Words:
    invitation = notice.invitation
    if invitation is None:
        return {}
    return {
        "code": invitation.code,
        # Behind `#`, the code stays in the browser and out of the logs of servers.
        "invitation_address": f"{settings.FRONTEND_URL}/{notice.language}/invitation#{invitation.code}",
        "letter_number": invitation.letter_number,
        "letter_date": invitation.letter_date,
        "on_behalf_of": invitation.delegate_of.stakeholder.name if invitation.delegate_of else "",
    }


def words_to_the_respondent(notice: Notice) -> Words:
    submission = notice.submission
    if submission is None:
        return {}
    told: dict[str, Any] = {  # Any: a template prints it
        "submission_reference": submission.reference,
        "received_at": submission.received_at,
        "manage_address": f"{settings.FRONTEND_URL}/{notice.language}/submission#{manage_token(submission)}",
    }
    if notice.kind == Notice.Kind.VERIFICATION:
        verification = submission.verification
        code = code_of(verification.token_seed, purpose="verification", digest=verification.token_hash)
        told |= {"code": code, "verify_address": f"{settings.FRONTEND_URL}/{notice.language}/verify#{code}"}
    return told


PARTS: Mapping[bool, Callable[[Notice], Words]] = {True: words_to_the_invited, False: words_to_the_respondent}
