"""What other registers know a body by."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from plugins.networks.identifiers import is_valid, tidied
from plugins.networks.vocabulary import IdentifierScheme


class OrganisationIdentifier(Orderable):
    """One identifier; no two bodies share one."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("register"), max_length=10, choices=IdentifierScheme.choices)
    value = models.CharField(_("identifier"), max_length=100)

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("scheme"), FieldPanel("value")])]

    class Meta(Orderable.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="networks_identifier_of_one_body",
                violation_error_message=_("Another record has this identifier."),
            )
        ]

    def __str__(self) -> str:
        return f"{IdentifierScheme(self.scheme).label} {self.value}"

    def clean(self) -> None:
        super().clean()
        if self.scheme not in IdentifierScheme.values:
            return
        self.value = tidied(self.scheme, self.value)
        if not is_valid(self.scheme, self.value):
            raise ValidationError(
                {"value": ValidationError(_("This is no identifier of that register."), code="identifier")}
            )
