"""Taxonomies: what bodies are about, offer and ask. A concept stands below at most one other (SKOS)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from plugins.networks.models.indexing import organisations_with, refresh_entries
from plugins.networks.vocabulary import ConceptScheme
from plugins.networks.words import WordsField


class Concept(models.Model):
    """One concept of a taxonomy, with its label in every content language."""

    scheme = models.CharField(_("taxonomy"), max_length=10, choices=ConceptScheme.choices)
    key = models.SlugField(_("key"), max_length=60, help_text=_("What frontends and files name it by."))
    labels = WordsField(_("label"), blank=False)
    notation = models.CharField(
        _("notation"), max_length=20, blank=True, help_text=_("Code in another classification: ISIC E38.")
    )
    broader = models.ForeignKey(
        "self",
        verbose_name=_("broader concept"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="narrower",
    )

    panels = [
        FieldRowPanel([FieldPanel("scheme"), FieldPanel("key"), FieldPanel("notation")]),
        FieldPanel("labels"),
        FieldPanel("broader"),
    ]

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")
        ordering = ["scheme", "key"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "key"], name="networks_one_concept_a_key"),
        ]

    def __str__(self) -> str:
        return f"{ConceptScheme(self.scheme).label}: {self.label(settings.LANGUAGE_CODE)}"

    def label(self, language: str) -> str:
        """Return the label in a language; one without it stands under its key."""
        return str(self.labels.get(language) or self.key)

    def clean(self) -> None:
        super().clean()
        if self.broader and self.broader.scheme != self.scheme:
            raise ValidationError({"broader": _("The broader concept belongs to another taxonomy.")})
        if self.broader and self in self.broader.and_above():
            raise ValidationError({"broader": _("The concept would stand above itself.")})

    @transaction.atomic
    def save(self, **kwargs: Any) -> None:  # Any: Django's options
        """Save, and keep the entries below true to where the concept stands."""
        super().save(**kwargs)
        refresh_entries(self._organisation_ids())

    def and_above(self) -> tuple[Concept, ...]:
        """Return the concept and the broader ones, up to the top."""
        line: list[Concept] = []
        here: Concept | None = self
        while here is not None and here not in line:
            line.append(here)
            here = here.broader
        return tuple(line)

    def _organisation_ids(self) -> set[int]:
        family = Concept.objects.filter(scheme=self.scheme).select_related("broader")
        below = [concept.pk for concept in family if self in concept.and_above()]
        return organisations_with(below)
