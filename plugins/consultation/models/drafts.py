"""A version of the draft that opinions are asked on, and the languages it exists in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.deletion import CASCADE, Collector, ProtectedError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from ..draft_wording import BASIS_LABELS, VERSION_STATE_LABELS, choices
from ..drafts.vocabulary import PUBLIC_STATES, Basis, VersionState
from .kept import KeptQuerySet, KeptRow, VersionIsPublished


def unless_published(collector: Collector, field: Any, sub_objs: Any, using: str) -> None:
    """Delete versions with their consultation, but refuse where one is published.

    What a deletion takes along passes neither `delete()` of the model nor that of its query set.
    """
    published = [version for version in sub_objs if version.is_published]
    if published:
        raise ProtectedError(gettext("A version of the draft is published and stays."), set(published))
    CASCADE(collector, field, sub_objs, using)


class DraftVersion(models.Model):
    """One version of the draft. Once published it stays as it is; a correction is another version."""

    consultation = ParentalKey(
        "consultation.Consultation", on_delete=unless_published, related_name="draft_versions"
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1, validators=[MinValueValidator(1)])
    label = models.CharField(
        _("label"),
        max_length=120,
        blank=True,
        help_text=_("As on the draft itself, for example “Draft of 12 May”."),
    )
    document = models.ForeignKey(
        "cms.ContentDocument",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
        help_text=_("The first document of the work; its editions in other languages come with it."),
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Empty where nobody knows.")
    )
    change_note = models.TextField(
        _("what changed"), blank=True, help_text=_("Since the version before. The first version needs none.")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(VERSION_STATE_LABELS),
        default=VersionState.DRAFT.value,
        editable=False,
    )
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = KeptQuerySet.as_manager()
    state_path = ""
    CONTENT = ("consultation_id", "number", "label", "document_id", "published_on", "change_note")
    WRITTEN_BY_PUBLISHING = ("state", "published_at", "sha256")

    panels = [
        FieldPanel("number"),
        FieldPanel("label"),
        FieldPanel("document"),
        FieldPanel("published_on"),
        FieldPanel("change_note"),
    ]

    class Meta:
        ordering = ["number"]
        base_manager_name = "objects"
        verbose_name = _("version of the draft")
        verbose_name_plural = _("versions of the draft")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="one_draft_a_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.label or self.document or self.consultation}"

    @classmethod
    def version_ids(cls, rows: Iterable[DraftVersion]) -> set[int]:
        return {row.pk for row in rows if row.pk}

    @classmethod
    def refuse_published(cls, version_ids: Iterable[int]) -> None:
        cls.objects.filter(pk__in=version_ids).refuse_if_published()

    def prepare(self) -> None:
        """Nothing: save() does what is needed, and many at once are only ever made new."""

    @property
    def is_published(self) -> bool:
        return self.state in PUBLIC_STATES

    def clean(self) -> None:
        super().clean()
        self._refuse_if_changed(self._stored())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it. Only what `publish` and its kin write says whether it is published.

        Raises VersionIsPublished. Storing a published version as it is changes nothing and is no error:
        whoever saves a consultation saves its versions, too.
        """
        stored = self._stored()
        self._refuse_if_changed(stored)
        fresh = stored or DraftVersion()
        for name in self.WRITTEN_BY_PUBLISHING:
            setattr(self, name, getattr(fresh, name))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.pk:
            self.refuse_published([self.pk])
        return super().delete(*args, **kwargs)

    def mark_published(self, *, sha256: str, at: datetime) -> None:
        """Write that it is published. The rules of publishing are in draft_room.publishing."""
        self._write(state=VersionState.PUBLISHED, sha256=sha256, published_at=at)

    def mark_superseded(self) -> None:
        """Write that a later version is published."""
        self._write(state=VersionState.SUPERSEDED)

    def mark_final(self) -> None:
        """Write that no other version will follow."""
        self._write(state=VersionState.FINAL)

    def _write(self, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(self, name, value)
        super().save(update_fields=list(facts))

    def _stored(self) -> DraftVersion | None:
        return DraftVersion._base_manager.filter(pk=self.pk).first() if self.pk else None

    def _refuse_if_changed(self, stored: DraftVersion | None) -> None:
        if stored is None or not stored.is_published:
            return
        if any(getattr(stored, name) != getattr(self, name) for name in self.CONTENT):
            raise VersionIsPublished(stored.number)


class DraftRendition(KeptRow):
    """A version of the draft in one language, and what that text rests on."""

    version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="renditions")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    basis = models.CharField(
        _("basis"), max_length=20, choices=choices(BASIS_LABELS), default=Basis.ORIGINAL.value
    )
    is_authoritative = models.BooleanField(
        _("authoritative"), default=False, help_text=_("The text that counts, in the language that counts.")
    )
    document = models.ForeignKey(
        "cms.ContentDocument",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )
    file_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    state_path = "version__"

    class Meta(KeptRow.Meta):
        ordering = ["version", "-is_authoritative", "language"]
        verbose_name = _("language of a draft")
        verbose_name_plural = _("languages of a draft")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["version", "language"], name="one_rendition_a_language"),
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(is_authoritative=True),
                name="one_authoritative_rendition",
            ),
            models.CheckConstraint(
                condition=models.Q(is_authoritative=False) | ~models.Q(basis=Basis.MACHINE.value),
                name="machine_translation_never_counts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version.number}, {self.get_language_display()}: {self.get_basis_display()}"

    def clean(self) -> None:
        super().clean()
        language = self.version.consultation.authoritative_language
        if self.is_authoritative and self.language != language:
            raise ValidationError(
                {
                    "is_authoritative": gettext("The text that counts is in %(language)s. Mark that one.")
                    % {"language": dict(settings.LANGUAGES)[language]}
                }
            )

    def prepare(self) -> None:
        self.clean()
