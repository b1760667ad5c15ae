"""What a language version asserts, in a form that can be compared across languages."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Claim(Orderable):
    """One statement of fact that a page makes. It is part of the page's revisions and goes live with it.

    `canonical` is the comparable value, the same word in every language; empty means the page does not say.
    """

    class Kind(models.TextChoices):
        DATE = "date", _("Date")
        STATE = "state", _("State")
        ROLE = "role", _("Role")
        COUNT = "count", _("Count")
        LIST = "list", _("List")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="claims")
    key = models.SlugField(_("key"), max_length=80, help_text=_("The same in every language version."))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    value = models.CharField(_("as the page says it"), max_length=255, blank=True)
    canonical = models.CharField(
        _("comparable value"),
        max_length=255,
        blank=True,
        help_text=_(
            "A date as EDTF, a number, or short words joined by commas. Empty: the page does not say."
        ),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    panels = [FieldPanel(name) for name in ("key", "kind", "value", "canonical", "note")]

    class Meta(Orderable.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="claim_once_a_page")]

    def __str__(self) -> str:
        return f"{self.key}: {self.canonical or '—'}"


class ClaimDecision(models.Model):
    """An editor's word that a difference between two language versions is legitimate, and why.

    It holds for exactly the two values it was given for; when either changes, the difference is open again.
    """

    translation_key = models.UUIDField()
    claim_key = models.SlugField(max_length=80)
    locales = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    reason = models.TextField(_("reason"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("decision on a difference")
        verbose_name_plural = _("decisions on differences")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "claim_key", "locales"], name="one_decision_a_difference"
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim_key} ({self.locales})"
