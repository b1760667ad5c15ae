"""The ledger of mails: what was due to whom on which occasion, and what became of it. No address, no text."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def new_key() -> str:
    """Return the name of a notice in the headers of its mail, by which it is known when it comes back."""
    return uuid4().hex


class Notice(models.Model):
    """One mail to one recipient on one occasion: the row is unique, so the mail is.

    The address is read from the invitation or the submission when the mail is sent.
    """

    class Kind(models.TextChoices):
        INVITATION = "invitation", pgettext_lazy("notice", "Invitation")
        REMINDER = "reminder", pgettext_lazy("notice", "Reminder")
        VERIFICATION = "verification", pgettext_lazy("notice", "Confirmation of the address")
        RECEIPT = "receipt", pgettext_lazy("notice", "Receipt")
        CHANGED = "changed", pgettext_lazy("notice", "Change of the draft or the dates")
        CLOSED = "closed", pgettext_lazy("notice", "Closed")
        DECIDED = "decided", pgettext_lazy("notice", "Decision on opinions")
        OUTCOME = "outcome", pgettext_lazy("notice", "Outcome")
        ERASURE = "erasure", pgettext_lazy("notice", "Data to be erased soon")

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("notice", "Waiting")
        SENDING = "sending", pgettext_lazy("notice", "Being sent")
        SENT = "sent", pgettext_lazy("notice", "Sent")
        FAILED = "failed", pgettext_lazy("notice", "Could not be sent")
        BOUNCED = "bounced", pgettext_lazy("notice", "Came back")
        SUPERSEDED = "superseded", pgettext_lazy("notice", "No longer needed")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    occasion = models.CharField(_("occasion"), max_length=80)
    round = models.ForeignKey("consultation.Round", on_delete=models.CASCADE, related_name="notices")
    invitation = models.ForeignKey(
        "consultation.Invitation", on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    submission = models.ForeignKey(
        "consultation.Submission", on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    queued_at = models.DateTimeField(_("queued"))
    next_attempt_at = models.DateTimeField(_("next attempt"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failure = models.CharField(_("what failed"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-queued_at", "-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="consultation_notice_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "occasion", "invitation"],
                condition=models.Q(invitation__isnull=False),
                name="one_notice_an_invitation",
            ),
            models.UniqueConstraint(
                fields=["kind", "occasion", "submission"],
                condition=models.Q(submission__isnull=False),
                name="one_notice_a_submission",
            ),
            models.CheckConstraint(
                condition=models.Q(invitation__isnull=False, submission__isnull=True)
                | models.Q(invitation__isnull=True, submission__isnull=False),
                name="notice_has_one_recipient",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
