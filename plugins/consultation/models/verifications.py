"""Addresses that were asked to confirm themselves: the digest of a code, and how often it was tried."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..people.tokens import new_seed


class EmailVerification(models.Model):
    """A code that was mailed to the address of a submission, to be given back within a day."""

    submission = models.OneToOneField(
        "consultation.Submission", on_delete=models.CASCADE, related_name="verification"
    )
    token_seed = models.CharField(max_length=32, default=new_seed, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    issued_at = models.DateTimeField(_("issued"))
    verified_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("confirmation of an address")
        verbose_name_plural = _("confirmations of addresses")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.submission_id}"
