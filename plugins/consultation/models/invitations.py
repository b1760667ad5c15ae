"""Invitations: who was asked in a round, by which letter, and what became of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..people.tokens import code_of, digest_of, new_seed


class Invitation(models.Model):
    """One stakeholder asked in one round. Its code lets the holder in; of that, a digest is kept."""

    class Delivery(models.TextChoices):
        NOT_SENT = "not_sent", pgettext_lazy("delivery", "Not sent")
        QUEUED = "queued", pgettext_lazy("delivery", "Waiting to be sent")
        SENT = "sent", pgettext_lazy("delivery", "Sent")
        BOUNCED = "bounced", pgettext_lazy("delivery", "Came back")

    class Outcome(models.TextChoices):
        NONE = "none", pgettext_lazy("invitation", "No answer yet")
        RESPONDED = "responded", pgettext_lazy("invitation", "Gave an opinion")
        NO_OPINION = "no_opinion", pgettext_lazy("invitation", "Has no opinion")
        DECLINED = "declined", pgettext_lazy("invitation", "Declined")

    round = models.ForeignKey(
        "consultation.Round", on_delete=models.CASCADE, related_name="invitations", verbose_name=_("round")
    )
    stakeholder = models.ForeignKey(
        "consultation.Stakeholder",
        on_delete=models.PROTECT,
        related_name="invitations",
        verbose_name=_("stakeholder"),
    )
    delegate_of = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("on behalf of"),
        help_text=_("The invitation that was passed on to them."),
    )
    email = models.EmailField(
        _("e-mail address"), blank=True, help_text=_("Empty: by letter only, with the code on it.")
    )
    language = models.CharField(
        _("language of letters"), max_length=12, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    letter_number = models.CharField(_("number of the letter"), max_length=80, blank=True)
    letter_date = models.DateField(_("date of the letter"), null=True, blank=True)
    token_seed = models.CharField(max_length=32, editable=False, default=new_seed)
    token_hash = models.CharField(max_length=64, editable=False, unique=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    delivery = models.CharField(
        _("delivery"), max_length=8, choices=Delivery.choices, default=Delivery.NOT_SENT
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    bounced_at = models.DateTimeField(_("came back"), null=True, blank=True)
    bounce_status = models.CharField(_("why it came back"), max_length=16, blank=True)
    first_opened_at = models.DateTimeField(_("first opened"), null=True, blank=True)
    outcome = models.CharField(_("answer"), max_length=10, choices=Outcome.choices, default=Outcome.NONE)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answer_note = models.TextField(_("note with the answer"), blank=True)

    class Meta:
        ordering = ["round", "stakeholder__name_key"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(fields=["round", "stakeholder"], name="one_invitation_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.stakeholder}: {self.round}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it; a new one, or one whose seed was changed for a new code, with the digest of that."""
        if not self.token_hash:
            self.token_hash = digest_of(code_of(self.token_seed))
        super().save(*args, **kwargs)

    @property
    def code(self) -> str:
        """The code that lets its holder in. Never shown but in a letter to the invited."""
        return code_of(self.token_seed, digest=self.token_hash)
