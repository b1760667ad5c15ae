"""Absolute addresses of what this plugin serves by itself, for one timeline in one language."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from cms.api import served_here


@dataclass(frozen=True)
class Address:
    """Where a timeline is served. Without the translation key of a page: all activities."""

    language: str
    timeline: UUID | None = None

    @property
    def listing(self) -> str:
        return self.of("listing")

    @property
    def calendar(self) -> str:
        return self.of("calendar")

    @property
    def fuzzy_calendar(self) -> str:
        return f"{self.calendar}?fuzzy=1"

    @property
    def atom(self) -> str:
        return self.of("atom")

    @property
    def json_feed(self) -> str:
        return self.of("json_feed")

    def entry(self, key: str) -> str:
        """Return where the list tells of one activity."""
        return f"{self.listing}#{key}"

    def of(self, name: str) -> str:
        """Return the address of one of the names in `urls`."""
        parts = {"language": self.language, **({"timeline": self.timeline} if self.timeline else {})}
        return served_here(reverse(f"timelines:{name}", kwargs=parts))
