"""What a site says about itself, in one language. A snippet, because Wagtail's settings have no language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site, TranslatableMixin


class SiteProfile(TranslatableMixin, models.Model):
    """Name, tagline and footer of a site in one language."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="profiles", verbose_name=_("site"))
    name = models.CharField(_("name"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True, help_text=_("For search engines."))
    footer_text = models.TextField(_("footer"), blank=True)
    contact_email = models.EmailField(_("contact address"), blank=True)

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site profile")
        verbose_name_plural = _("site profiles")
        constraints = [models.UniqueConstraint(fields=["site", "locale"], name="one_profile_a_language")]

    def __str__(self) -> str:
        return self.name
