"""What is written about a body, in one language: the part that translators work on."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from plugins.networks.models.indexing import refresh_entries


class OrganisationText(TranslatableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """The text of an organisation's entry in one language, with drafts of its own.

    It is published without touching the facts, and the facts without it: an entry whose text is a draft
    is shown without a text.
    """

    organisation = models.ForeignKey(
        "networks.Organisation",
        on_delete=models.CASCADE,
        related_name="texts",
        verbose_name=_("organisation, network or programme"),
    )
    summary = models.TextField(_("summary"), max_length=1000)

    panels = [FieldPanel("organisation"), FieldPanel("summary"), PublishingPanel()]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("text of an entry")
        verbose_name_plural = _("texts of entries")

    def __str__(self) -> str:
        return str(self.organisation)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's options
        self._join_translations()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's options
        self._go_with_survivor()
        self._join_translations()
        super().save(*args, **kwargs)
        refresh_entries([self.organisation_id])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:  # Any: Django's options
        deleted = super().delete(*args, **kwargs)
        refresh_entries([self.organisation_id])
        return deleted

    def _go_with_survivor(self) -> None:
        """Belong, even by an old draft, to the record that a merge has kept, unless that has a text."""
        meant = self.organisation.stands_for
        others = type(self)._default_manager.filter(organisation=meant, locale=self.locale_id)
        if meant != self.organisation_id and not others.exclude(pk=self.pk).exists():
            self.organisation_id = meant

    def _join_translations(self) -> None:
        if self.organisation_id is not None:
            self.translation_key = self.organisation.text_key
