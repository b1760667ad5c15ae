"""What happens to content. Ids only: a receiver asks the API, which decides what it may see."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from cms.events.base import Event


@dataclass(frozen=True, kw_only=True)
class PageEvent(Event):
    """Something happened to one language version of a page."""

    page_id: int
    locale: str
    translation_key: UUID
    page_type: str


@dataclass(frozen=True, kw_only=True)
class PagePublished(PageEvent):
    """A page went live, or its live version was replaced by a newer one."""

    name: ClassVar[str] = "page.published"


@dataclass(frozen=True, kw_only=True)
class PageUnpublished(PageEvent):
    """A page is no longer public."""

    name: ClassVar[str] = "page.unpublished"


@dataclass(frozen=True, kw_only=True)
class PageMoved(PageEvent):
    """A page, with everything below it, has another address."""

    name: ClassVar[str] = "page.moved"


CONTENT_EVENTS: tuple[type[Event], ...] = (PagePublished, PageUnpublished, PageMoved)
