"""The plugin's tables."""

from .activities import Activity
from .pages import TimelineItem, TimelinePage
from .rows import ActivityDocument, ActivityOrganisation, ActivityRelation
from .texts import ActivityText

__all__ = [
    "Activity",
    "ActivityDocument",
    "ActivityOrganisation",
    "ActivityRelation",
    "ActivityText",
    "TimelineItem",
    "TimelinePage",
]
