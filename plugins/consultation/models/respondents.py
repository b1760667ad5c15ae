"""Who gave opinions. Personal data lie in this table and in no other of this plugin's submissions."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Respondent(models.Model):
    """A person, for themselves or for an organisation. One row for each submission.

    Erasing empties the row; submissions, hashes and receipts do not depend on it.
    """

    class Capacity(models.TextChoices):
        INDIVIDUAL = "individual", _("For myself")
        FOR_ORGANISATION = "for_organisation", _("For an organisation")

    capacity = models.CharField(
        _("capacity"), max_length=16, choices=Capacity.choices, default=Capacity.INDIVIDUAL
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    email_verified_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    organisation_key = models.SlugField(_("key of the organisation"), max_length=80, blank=True)
    position = models.CharField(_("position in the organisation"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("respondent")
        verbose_name_plural = _("respondents")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["email"], name="consultation_respondent_email")]

    def __str__(self) -> str:
        # Never the name: this text reaches logs and messages.
        return f"{self.get_capacity_display()} {self.pk}"
