"""The page that shows a timeline, and the activities chosen for it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.api import BasePage, BodyPage, edit_handler


class TimelinePage(BodyPage):
    """Activities in the order of their dates: those chosen, or all of them when none is."""

    # What happened does not depend on the language: a translation shows what the original shows.
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("items", overridable=False),
    ]
    edit_handler = edit_handler(
        [
            *BodyPage.content_panels,
            InlinePanel(
                "items",
                label=_("Activity"),
                heading=_("Activities"),
                help_text=_("They are shown by date, in whichever order they stand here. None chosen: all."),
            ),
        ]
    )
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage", "cms.SectionPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("timeline page")
        verbose_name_plural = _("timeline pages")


class TimelineItem(models.Model):
    """An activity chosen for a timeline."""

    page = ParentalKey(TimelinePage, on_delete=models.CASCADE, related_name="items")
    activity = models.ForeignKey(
        "timelines.Activity",
        on_delete=models.CASCADE,
        related_name="timeline_items",
        verbose_name=_("activity"),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("activity")]

    class Meta:
        verbose_name = _("activity on a timeline")
        verbose_name_plural = _("activities on timelines")

    def __str__(self) -> str:
        return str(self.activity)
