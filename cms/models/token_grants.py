"""What the holder of an API token may ask the delivery API beyond what anybody may."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class TokenGrant(models.Model):
    """Lets one of Wagtail's API tokens read published content, where readers need a token, and perhaps more.

    Wagtail keeps the token itself: hashed, shown once, revocable. A token without a grant opens nothing here.
    """

    token = models.OneToOneField(
        "wagtailcore.APIToken", on_delete=models.CASCADE, related_name="grant", verbose_name=_("API token")
    )
    ad_hoc = models.BooleanField(
        _("any query"),
        default=False,
        help_text=_("May run queries that are not registered, where only registered ones are answered."),
    )
    introspection = models.BooleanField(
        _("introspection"),
        default=False,
        help_text=_("May ask for the schema, and sees in error messages which names were meant."),
    )
    expires_at = models.DateTimeField(
        _("expires at"), null=True, blank=True, help_text=_("Empty: when the token is revoked.")
    )

    class Meta:
        verbose_name = _("API access")
        verbose_name_plural = _("API access")
        ordering = ("token__name", "pk")

    def __str__(self) -> str:
        return str(self.token)

    def is_good(self, now: datetime) -> bool:
        """Return whether the token opens anything: not revoked, not expired, and its owner has an account."""
        is_in_time = self.expires_at is None or now < self.expires_at
        return is_in_time and self.token.revoked_at is None and self.token.user.is_active
