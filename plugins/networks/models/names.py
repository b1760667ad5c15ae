"""Names as dated rows: official, translated, descriptive, short, former, in whatever language."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from plugins.networks.dates import span_of
from plugins.networks.models.fields import edtf_field, language_field
from plugins.networks.vocabulary import NameKind


class OrganisationName(Orderable):
    """One name. The order of the rows decides where nothing else does."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=255)
    language = language_field()
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind.choices)
    valid_from = edtf_field(
        pgettext_lazy("validity", "from"), help_text=_("As EDTF; empty: not known, or from the beginning.")
    )
    valid_to = edtf_field(
        pgettext_lazy("validity", "until"), help_text=_("As EDTF; empty: not known, or in use.")
    )
    is_preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("Shown in its language. At most one a language.")
    )

    panels: ClassVar[list[FieldPanel | FieldRowPanel]] = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("kind"), FieldPanel("is_preferred")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if is_reversed(self.valid_from, self.valid_to):
            raise ValidationError({"valid_to": _("The name ends before it begins.")})


def is_reversed(valid_from: str, valid_to: str) -> bool:
    """Whether the second date lies wholly before the first. A date that cannot be read is not compared."""
    try:
        begins, ends = span_of(valid_from).earliest, span_of(valid_to).latest
    except ValueError:
        return False
    return begins is not None and ends is not None and ends < begins
