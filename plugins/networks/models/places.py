"""Where a body works, in codes that can be filtered by."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from plugins.networks.places import is_country, is_region, is_subdivision
from plugins.networks.vocabulary import PlaceScheme

CHECKS = {
    PlaceScheme.M49: is_region,
    PlaceScheme.COUNTRY: is_country,
    PlaceScheme.SUBDIVISION: is_subdivision,
}


class OrganisationPlace(Orderable):
    """One place of a body’s scope."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="places")
    scheme = models.CharField(_("scheme"), max_length=12, choices=PlaceScheme.choices)
    code = models.CharField(
        _("code"), max_length=20, db_index=True, help_text=_("For example 001 (world), x-eu, TUR or US-CA.")
    )

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("scheme"), FieldPanel("code")])]

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        super().clean()
        if self.scheme in CHECKS and not CHECKS[PlaceScheme(self.scheme)](self.code):
            raise ValidationError({"code": _("This is not a code of the chosen scheme.")})
