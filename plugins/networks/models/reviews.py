"""When an entry was last confirmed, and whom to ask. No part of a record, its drafts and its history."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from plugins.networks.models.fields import language_field
from plugins.networks.models.indexing import refresh_entries


class EntryReview(models.Model):
    """The last confirmation of an entry. The contact’s address is personal data: it stays in the admin."""

    organisation = models.OneToOneField(
        "networks.Organisation",
        on_delete=models.CASCADE,
        related_name="review",
        verbose_name=_("organisation, network or programme"),
    )
    last_confirmed_at = models.DateTimeField(_("last confirmed"), null=True, blank=True)
    contact_email = models.EmailField(
        _("e-mail of the contact"), blank=True, help_text=_("Used only to ask whether the entry is true.")
    )
    contact_language = language_field(blank=True, help_text=_("The language to write in."))

    panels = [
        FieldPanel("organisation"),
        FieldPanel("last_confirmed_at"),
        FieldPanel("contact_email"),
        FieldPanel("contact_language"),
    ]

    class Meta:
        verbose_name = _("review of an entry")
        verbose_name_plural = _("reviews of entries")

    def __str__(self) -> str:
        return str(self.organisation)

    @transaction.atomic
    def save(self, **kwargs: Any) -> None:  # Any: Django's options
        super().save(**kwargs)
        refresh_entries([self.organisation_id])
