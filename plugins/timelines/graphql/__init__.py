"""The plugin's part of the schema."""

from .pages import TimelinesTimelineBlock, TimelinesTimelinePage
from .queries import Query

__all__ = ["Query", "TimelinesTimelineBlock", "TimelinesTimelinePage"]
