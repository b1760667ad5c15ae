"""The plugin's addresses, under /plugins/timelines/: each for all activities, and for those of one page."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, path

from . import views


def both(ending: str, view: views.View, name: str) -> Iterator[URLPattern]:
    """Yield the address for a language, and the one for a page by the key that its translations share."""
    yield path(f"<slug:language>/{ending}", view, name=name)
    yield path(f"<slug:language>/<uuid:timeline>/{ending}", view, name=name)


URLS = (
    *both("", views.listing_page, "listing"),
    *both("timeline.ics", views.calendar_feed, "calendar"),
    *both("timeline.atom", views.atom_feed, "atom"),
    *both("timeline.json", views.json_feed_view, "json_feed"),
)
