"""Declares the plugin to the host. Read this first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cms.api import Contribution, PluginConfig

if TYPE_CHECKING:
    from wagtail.blocks import Block


class TimelinesConfig(PluginConfig):
    """Activities with dates as precise as they are known, and the pages and blocks that show them."""

    name = "plugins.timelines"
    label = "timelines"
    verbose_name = _("Timelines")
    version = "1.0.0"
    requires_cms = ">=1.0,<2"

    def blocks(self) -> tuple[tuple[str, Block], ...]:
        from .blocks import BLOCKS  # noqa: PLC0415 -- app loading

        return BLOCKS

    def contribute(self) -> Contribution:
        from . import demo, graphql, search, urls, viewsets  # noqa: PLC0415 -- app loading
        from .files import views as files  # noqa: PLC0415 -- app loading
        from .models import TimelinePage  # noqa: PLC0415 -- app loading

        return Contribution(
            queries=(graphql.Query,),
            page_types=((TimelinePage, graphql.TimelinesTimelinePage),),
            block_types=(("timelines_timeline", graphql.TimelinesTimelineBlock),),
            viewsets=(viewsets.timelines, files.files),
            operations=Path(__file__).parent / "operations",
            urls=urls.URLS,
            search_fields=search.SEARCH_FIELDS,
            demo=(demo.seed,),
        )
