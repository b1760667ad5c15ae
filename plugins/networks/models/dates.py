"""What happened to a body and when. Each date is a claim: sources may disagree, and rivals coexist."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from plugins.networks.models.fields import edtf_field
from plugins.networks.vocabulary import Confidence, EventKind, SourceKind
from plugins.networks.words import WordsField


class OrganisationEvent(Orderable, ClusterableModel):
    """A founding, an end, or something else that is told in words."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(pgettext_lazy("event", "what"), max_length=8, choices=EventKind.choices)
    words = WordsField(_("in words"), help_text=_("Needed where it is neither the founding nor the end."))

    panels: ClassVar[list[Any]] = [
        FieldPanel("kind"),
        FieldPanel("words"),
        InlinePanel("claims", label=_("Date"), heading=_("Dates, as sources give them"), min_num=1),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return str(next(iter(self.words.values()), "") or EventKind(self.kind).label)

    def clean(self) -> None:
        super().clean()
        if self.kind == EventKind.OTHER and not self.words:
            raise ValidationError({"words": _("Say in words what happened.")})


class DateClaim(Orderable):
    """When it happened, according to one source."""

    event = ParentalKey(OrganisationEvent, on_delete=models.CASCADE, related_name="claims")
    edtf = edtf_field(_("date"), blank=False, help_text=_("As EDTF, for example 2010-11 or 1997~."))
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence.choices, blank=True)
    source_kind = models.CharField(_("source"), max_length=20, choices=SourceKind.choices, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    retrieved_on = models.DateField(_("read on"), null=True, blank=True)
    is_preferred = models.BooleanField(_("preferred"), default=False)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("edtf"), FieldPanel("confidence"), FieldPanel("is_preferred")]),
        FieldRowPanel([FieldPanel("source_kind"), FieldPanel("source_url"), FieldPanel("retrieved_on")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("date by a source")
        verbose_name_plural = _("dates by sources")

    def __str__(self) -> str:
        return self.edtf
