"""What is known about a page as one language version of a work."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LanguageVersion(models.Model):
    """One row a page: its sort key, a fingerprint of what is published, and what it was made from.

    A table of its own, because lists of mixed page types sort and compare by these columns.
    """

    class Policy(models.TextChoices):
        FOLLOWS = "follows", _("Follows the original")
        DIVERGES = "diverges", _("Differs on purpose")

    page = models.OneToOneField(
        "wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="language_version"
    )
    sort_key = models.CharField(max_length=255, db_index=True, blank=True, editable=False)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    source_fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    completeness = models.PositiveSmallIntegerField(default=100, editable=False)
    is_machine = models.BooleanField(default=False, editable=False)
    # When the original first said something else; empty while it does not, or when that is not known.
    outdated_since = models.DateTimeField(null=True, editable=False)
    reviewed_revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    policy = models.CharField(_("policy"), max_length=10, choices=Policy.choices, default=Policy.FOLLOWS)
    divergence_note = models.TextField(_("why it differs"), blank=True)

    class Meta:
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")

    def __str__(self) -> str:
        return f"{self.page} ({self.get_policy_display()})"
