"""Who did what in a consultation: the part that is the same in every language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class RoleName(models.TextChoices):
    """The roles that an organisation can have."""

    INITIATOR = "initiator", _("Initiator")
    COORDINATOR = "coordinator", _("Coordinator")
    DRAFTER = "drafter", _("Drafter")
    OVERSEER = "overseer", _("Overseer")


class Role(Orderable):
    """A role and the organisation that has it, by the organisation's key.

    The key is a plain text: whoever keeps the organisations answers for it, and this plugin needs nobody.
    """

    consultation = ParentalKey("consultation.Consultation", on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=12, choices=RoleName.choices)
    organisation_key = models.SlugField(
        _("key of the organisation"),
        max_length=80,
        blank=True,
        help_text=_("As in the list of organisations. The names that readers see stand on the pages."),
    )

    panels = [FieldPanel("role"), FieldPanel("organisation_key")]

    class Meta(Orderable.Meta):
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [models.UniqueConstraint(fields=["consultation", "role"], name="one_holder_a_role")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.organisation_key}"
