"""The body block that shows a timeline. Models are named by string."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TimelineBlock(blocks.StructBlock):
    """The activities of a timeline page, under a title."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)
    timeline = blocks.PageChooserBlock(label=_("Timeline page"), page_type="timelines.TimelinePage")

    class Meta:
        label = _("Timeline")
        icon = "date"


BLOCKS = (("timelines_timeline", TimelineBlock()),)
