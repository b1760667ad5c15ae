"""The page that lists organisations, and its entries."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin

from cms.api import BodyPage, edit_handler
from plugins.networks.models.names import OrganisationName
from plugins.networks.models.organisations import survivors


class NetworksListingPage(BodyPage):
    """A list of organisations, networks and programmes: those chosen, or all of them when none is."""

    edit_handler = edit_handler(
        [
            *BodyPage.content_panels,
            InlinePanel(
                "items",
                label=_("Entry"),
                heading=_("Entries"),
                help_text=_("Without entries, the page lists every public record."),
            ),
        ]
    )
    items: Any  # the manager of the rows, which are also set

    parent_page_types: ClassVar[list[str]] = ["cms.HomePage", "cms.SectionPage"]
    subpage_types: ClassVar[list[str]] = []

    def save(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's options
        if kwargs.get("update_fields") is None:
            self._list_survivors()
        super().save(*args, **kwargs)

    def _list_survivors(self) -> None:
        """Let entries, which may come from an old draft, be those of the records that merges have kept."""
        items = list(self.items.all())
        kept = survivors("pk", [item.organisation_id for item in items])
        for item in items:
            item.organisation_id = kept.get(item.organisation_id, item.organisation_id)
        if kept:
            self.items = list({item.organisation_id: item for item in reversed(items)}.values())[::-1]

    class Meta:
        verbose_name = _("page of organisations and networks")
        verbose_name_plural = _("pages of organisations and networks")


class NetworksListingItem(TranslatableMixin, Orderable):
    """One entry of a list, under the name that this language version uses for it."""

    page = ParentalKey(NetworksListingPage, on_delete=models.CASCADE, related_name="items")
    organisation = models.ForeignKey(
        "networks.Organisation",
        on_delete=models.CASCADE,
        related_name="listing_items",
        verbose_name=_("organisation, network or programme"),
    )
    shown_as = models.CharField(
        _("name on this page"),
        max_length=255,
        blank=True,
        help_text=_("One of the record’s own names; empty: the preferred one."),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("organisation"), FieldPanel("shown_as")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    def __str__(self) -> str:
        return self.shown_as or str(self.organisation)

    def clean(self) -> None:
        super().clean()
        if not self.shown_as or self.organisation_id is None:
            return
        names = OrganisationName.objects.filter(organisation=self.organisation_id, text=self.shown_as)
        if not names.exists():
            message = _("The record has no such name. Add it there first, so that a search finds it.")
            raise ValidationError({"shown_as": ValidationError(message, code="no_such_name")})
