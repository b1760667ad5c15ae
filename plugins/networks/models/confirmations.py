"""Asking the contact of an entry whether it is true: invitations, and the corrections that come back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

LONGEST_MESSAGE = 2000


class EntryInvitation(models.Model):
    """A mailed link that may be used once. Of its token only a digest is kept."""

    organisation = models.ForeignKey(
        "networks.Organisation", on_delete=models.CASCADE, related_name="invitations"
    )
    token_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitation to confirm")
        verbose_name_plural = _("invitations to confirm")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.sent_at:%Y-%m-%d}"


class CorrectionState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("correction", "Waiting")
    ADOPTED = "adopted", pgettext_lazy("correction", "Adopted")
    DECLINED = "declined", pgettext_lazy("correction", "Declined")


class EntryCorrection(models.Model):
    """What a contact says is wrong. It changes nothing by itself: an editor decides and writes."""

    organisation = models.ForeignKey(
        "networks.Organisation",
        on_delete=models.CASCADE,
        related_name="corrections",
        verbose_name=_("organisation, network or programme"),
    )
    message = models.TextField(_("what is wrong"), max_length=LONGEST_MESSAGE)
    proposed_at = models.DateTimeField(_("proposed"))
    state = models.CharField(
        _("state"), max_length=10, choices=CorrectionState.choices, default=CorrectionState.WAITING
    )

    panels = [
        FieldPanel("organisation", read_only=True),
        FieldPanel("message", read_only=True),
        FieldPanel("state"),
    ]

    class Meta:
        verbose_name = _("proposed correction")
        verbose_name_plural = _("proposed corrections")
        permissions = [("moderate_entrycorrection", _("Can decide on proposed corrections"))]
        ordering = ["-proposed_at"]

    def __str__(self) -> str:
        return str(self.organisation)
