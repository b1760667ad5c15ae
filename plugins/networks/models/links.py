"""Addresses of a body on the web, and what is known about each address."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from plugins.networks.models.fields import language_field
from plugins.networks.vocabulary import LinkKind, LinkStatus


class OrganisationLink(Orderable):
    """An address that an editor gives."""

    organisation = ParentalKey("networks.Organisation", on_delete=models.CASCADE, related_name="links")
    url = models.URLField(_("address"), max_length=500)
    kind = models.CharField(_("kind"), max_length=12, choices=LinkKind.choices, default=LinkKind.HOME)
    language = language_field(blank=True, help_text=_("Empty: not known, or several."))

    panels: ClassVar[list[Any]] = [
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.url


SHOWN_FOR = timedelta(days=30)
SHOWN_WHILE_NEW = (LinkStatus.ALIVE, LinkStatus.REDIRECTED)


class LinkState(models.Model):
    """What checking an address has found. No part of a record: publishing an old draft must not undo it."""

    url = models.URLField(max_length=500, primary_key=True)
    status = models.CharField(
        _("status"), max_length=12, choices=LinkStatus.choices, default=LinkStatus.UNKNOWN
    )
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True)
    last_alive_at = models.DateTimeField(_("last seen alive"), null=True, blank=True)
    failed_days = models.PositiveSmallIntegerField(_("days on which it failed"), default=0)
    last_failed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(_("finding"), max_length=12, blank=True)
    detail = models.CharField(_("detail"), max_length=60, blank=True)
    redirects_to = models.URLField(_("leads on to"), max_length=500, blank=True)
    archived_url = models.URLField(
        _("archived copy"), max_length=500, blank=True, help_text=_("Shown to readers of a dead link.")
    )

    panels = [FieldPanel("archived_url")]

    class Meta:
        verbose_name = _("state of an address")
        verbose_name_plural = _("states of addresses")

    def __str__(self) -> str:
        return f"{self.url}: {LinkStatus(self.status).label}"

    def shown_status(self, now: datetime) -> LinkStatus:
        """Return what readers are told: an address that nobody has checked for long is not alive."""
        status = LinkStatus(self.status)
        is_old = self.checked_at is None or now - self.checked_at > SHOWN_FOR
        return LinkStatus.UNKNOWN if is_old and status in SHOWN_WHILE_NEW else status
