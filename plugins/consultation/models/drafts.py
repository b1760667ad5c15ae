"""A version of the draft that opinions are asked on."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel


class DraftVersion(models.Model):
    """One version of the draft. The document's editions say which languages it exists in."""

    consultation = ParentalKey(
        "consultation.Consultation", on_delete=models.CASCADE, related_name="draft_versions"
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1, validators=[MinValueValidator(1)])
    document = models.ForeignKey(
        "cms.ContentDocument",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
        help_text=_("The first document of the work; its editions in other languages come with it."),
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Empty where nobody knows.")
    )

    panels = [FieldPanel("number"), FieldPanel("document"), FieldPanel("published_on")]

    class Meta:
        ordering = ["number"]
        verbose_name = _("version of the draft")
        verbose_name_plural = _("versions of the draft")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="one_draft_a_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.document}"
