"""What belongs to an activity and to its revisions: organisations, documents, and other activities."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from ..vocabulary import RelationKind, Role
from .fields import LanguagesField


class ActivityOrganisation(Orderable):
    """An organisation and its role, by the organisation's key.

    The key is a plain text: whoever keeps the organisations answers for it, and this plugin needs nobody.
    """

    activity = ParentalKey("timelines.Activity", on_delete=models.CASCADE, related_name="organisations")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.ORGANISER)
    organisation_key = models.SlugField(
        _("key of the organisation"), max_length=80, help_text=_("As in the list of organisations.")
    )
    asserted_by = LanguagesField(
        _("languages that say so"),
        help_text=_("Other language versions leave it out. None chosen: all say so."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return f"{Role(self.role).label}: {self.organisation_key}"


class ActivityDocument(Orderable):
    """A document of an activity. Its editions say which languages it exists in."""

    activity = ParentalKey("timelines.Activity", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "cms.ContentDocument", on_delete=models.CASCADE, related_name="+", verbose_name=_("document")
    )

    panels: ClassVar[list[Any]] = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return str(self.document)


class ActivityRelation(Orderable):
    """Another activity that this one is part of, or was caused by."""

    activity = ParentalKey("timelines.Activity", on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=9, choices=RelationKind.choices)
    other = models.ForeignKey(
        "timelines.Activity",
        on_delete=models.CASCADE,
        related_name="related_from",
        verbose_name=_("other activity"),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("kind"), FieldPanel("other")]

    class Meta(Orderable.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["activity", "kind", "other"], name="timelines_related_once")
        ]

    def __str__(self) -> str:
        return f"{RelationKind(self.kind).label} {self.other}"
