"""Where the facts of a record come from."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from plugins.networks.vocabulary import SourceKind


class OrganisationSource(Orderable):
    """A source that the record as a whole rests on."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind.choices)
    url = models.URLField(_("address"), max_length=500, blank=True)
    retrieved_on = models.DateField(_("read on"), null=True, blank=True)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("url"), FieldPanel("retrieved_on")])
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.url or str(SourceKind(self.kind).label)
