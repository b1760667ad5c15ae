"""How bodies belong together. A relation is written once, at one end, and read from both."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from plugins.networks.models.fields import edtf_field
from plugins.networks.vocabulary import RelationKind


class OrganisationRelation(Orderable):
    """This record – kind – another record, or a body that has no record here."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=16, choices=RelationKind.choices)
    target = models.ForeignKey(
        "networks.Organisation",
        verbose_name=pgettext_lazy("relation", "to"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="relations_of_others",
    )
    target_name = models.CharField(
        _("to a body without a record"), max_length=255, blank=True, help_text=_("Its name.")
    )
    valid_from = edtf_field(pgettext_lazy("validity", "from"))
    valid_to = edtf_field(pgettext_lazy("validity", "until"))

    panels: ClassVar[list[Any]] = [
        FieldPanel("kind"),
        FieldPanel("target"),
        FieldPanel("target_name"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False, target_name="")
                | (Q(target__isnull=True) & ~Q(target_name="")),
                name="networks_relation_has_one_target",
                violation_error_code="one_target",
                violation_error_message=_("Choose a record or write a name, not both."),
            )
        ]

    def __str__(self) -> str:
        return f"{RelationKind(self.kind).label} {self.target_name or self.target}"
