"""Single opinions, each on a version of the draft or a passage of it, and the files that came along."""

from __future__ import annotations

import uuid
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models
from django.utils.translation import gettext_lazy as _


class OpinionQuerySet(models.QuerySet["Opinion"]):
    """Opinions."""

    def current(self) -> OpinionQuerySet:
        """Return those that their authors still hold: an amendment may have taken some back."""
        return self.filter(removed_at__isnull=True)


class Opinion(models.Model):
    """One opinion. It names the version it was written on for good: its anchor never moves.

    `key` stays the same when its author amends it. What an amendment leaves out gets `removed_at`.
    """

    class Kind(models.TextChoices):
        SUBSTANTIVE = "substantive", _("On the substance")
        EDITORIAL = "editorial", _("On the wording")
        LEGAL = "legal", _("On the law")
        QUESTION = "question", _("A question")
        SUPPORT = "support", _("Agreement")

    class Stance(models.TextChoices):
        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        NEUTRAL = "neutral", _("Neither")

    submission = models.ForeignKey(
        "consultation.Submission", on_delete=models.CASCADE, related_name="opinions"
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seq = models.PositiveSmallIntegerField(_("place"), default=1)
    version_number = models.PositiveSmallIntegerField(_("version of the draft"), default=1)
    provision_key = models.CharField(_("provision"), max_length=80, blank=True)  # empty: the whole draft
    quote_exact = models.TextField(_("quoted passage"), blank=True)
    quote_prefix = models.CharField(_("before it"), max_length=32, blank=True)
    quote_suffix = models.CharField(_("after it"), max_length=32, blank=True)
    quote_start = models.PositiveIntegerField(null=True, blank=True)  # over plain text: NFC, single spaces
    quote_end = models.PositiveIntegerField(null=True, blank=True)
    quote_language = models.CharField(max_length=12, choices=settings.LANGUAGES, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.SUBSTANTIVE)
    stance = models.CharField(_("stance"), max_length=8, choices=Stance.choices, blank=True)
    opinion_text = models.TextField(_("opinion"), blank=True)
    rationale = models.TextField(_("rationale"), blank=True)
    proposed_text = models.TextField(_("proposed wording"), blank=True)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    removed_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        default_permissions = ("view",)
        ordering = ["submission", "seq", "pk"]
        indexes = [models.Index(fields=["provision_key"], name="consultation_op_provision")]

    def __str__(self) -> str:
        return f"{self.submission_id}.{self.seq}"


def private_storage() -> Storage:
    """Return where attachments lie: beside the media, where no address leads."""
    return FileSystemStorage(location=Path(settings.VAR_DIR) / "private", base_url=None)


def place_of(attachment: Attachment, _name: str) -> str:
    """Return a name that tells nothing: neither who sent the file nor what it is called."""
    return f"consultation/{attachment.key.hex[:2]}/{attachment.key.hex}"


class Attachment(models.Model):
    """A file that came with a submission. It is no media: only whoever may read the submission gets it."""

    submission = models.ForeignKey(
        "consultation.Submission", on_delete=models.CASCADE, related_name="attachments"
    )
    opinion = models.ForeignKey(
        "consultation.Opinion", on_delete=models.SET_NULL, null=True, blank=True, related_name="attachments"
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name of the file"), max_length=120)
    content_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    file = models.FileField(_("file"), storage=private_storage, upload_to=place_of, max_length=120)
    uploaded_at = models.DateTimeField(_("uploaded"))
    removed_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        default_permissions = ("view",)
        ordering = ["submission", "pk"]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.key}"
