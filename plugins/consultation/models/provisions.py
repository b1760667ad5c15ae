"""The provisions of a draft, their texts by language, and how they go on in the next version."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..draft_wording import KIND_LABELS, RELATION_LABELS, choices
from ..drafts.normal_text import normal_text, text_hash
from ..drafts.safe_html import safe_html
from .drafts import DraftVersion
from .kept import KeptRow


class Provision(KeptRow):
    """A part of a version that can be named: an article, a paragraph, a clause.

    The key names the same thing in every version of a consultation and never another.
    """

    version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="provisions")
    key = models.SlugField(_("key"), max_length=80)
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(KIND_LABELS))
    position = models.PositiveIntegerField(
        _("position"), help_text=_("Place in the reading order of the version.")
    )
    printed_number = models.CharField(
        _("number as printed"), max_length=40, blank=True, help_text=_("For example MADDE 5, (2), ç).")
    )

    state_path = "version__"

    class Meta(KeptRow.Meta):
        ordering = ["version", "position"]
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="one_provision_a_key"),
            models.UniqueConstraint(fields=["version", "position"], name="one_provision_a_position"),
        ]

    def __str__(self) -> str:
        return self.printed_number or self.key


class ProvisionText(KeptRow):
    """A provision in one language. Offsets of quotes are counted over `text`."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    heading = models.CharField(_("heading"), max_length=500, blank=True)
    text = models.TextField(_("text"), blank=True, help_text=_("Plain, composed (NFC), with single spaces."))
    html = models.TextField(_("text with its form"), blank=True)
    text_sha256 = models.CharField(max_length=64, editable=False)

    state_path = "provision__version__"

    class Meta(KeptRow.Meta):
        ordering = ["provision", "language"]
        verbose_name = _("text of a provision")
        verbose_name_plural = _("texts of provisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["provision", "language"], name="one_text_a_language"),
        ]

    def __str__(self) -> str:
        return self.heading or self.text[:60]

    @classmethod
    def version_ids(cls, rows: Iterable[Any]) -> set[int]:
        return {row.provision.version_id for row in rows}

    def prepare(self) -> None:
        """Bring the words into the one spelling that is stored, and hash them."""
        self.heading, self.text = normal_text(self.heading), normal_text(self.text)
        self.html = safe_html(self.html, text=self.text)
        self.text_sha256 = text_hash(self.text)


class ProvisionLink(models.Model):
    """How a provision of a version goes on in the next. Splitting and merging take several rows.

    What was added has no earlier provision, what was deleted no later one. A link can be corrected after
    publishing: it says where an opinion is shown, and changes neither the draft nor the opinion.
    """

    class SetBy(models.TextChoices):
        AUTO = "auto", _("Proposed")
        EDITOR = "editor", _("Confirmed by an editor")

    from_version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="links_onward")
    to_version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="links_back")
    from_provision = models.ForeignKey(
        Provision, on_delete=models.CASCADE, null=True, related_name="links_onward", verbose_name=_("earlier")
    )
    to_provision = models.ForeignKey(
        Provision, on_delete=models.CASCADE, null=True, related_name="links_back", verbose_name=_("later")
    )
    relation = models.CharField(_("relation"), max_length=10, choices=choices(RELATION_LABELS))
    set_by = models.CharField(_("set by"), max_length=6, choices=SetBy.choices, default=SetBy.AUTO)

    class Meta:
        ordering = ["to_version", "pk"]
        verbose_name = _("link between provisions")
        verbose_name_plural = _("links between provisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["from_provision", "to_provision"], name="one_link_a_pair"),
            models.CheckConstraint(
                condition=models.Q(from_provision__isnull=False) | models.Q(to_provision__isnull=False),
                name="link_has_an_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_provision or '–'} → {self.to_provision or '–'}: {self.get_relation_display()}"
