"""A timeline as JSON Feed 1.1: what was published last comes first."""

from __future__ import annotations

import json
from typing import Any

from ..shown import Shown
from .entries import Entry, recent_entries

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed_of(shown: Shown) -> bytes:
    """Return the feed as JSON in UTF-8. What JSON Feed has no name for begins with an underscore."""
    feed = {
        "version": VERSION,
        "title": shown.title,
        "description": shown.description,
        "home_page_url": shown.home,
        "feed_url": shown.address.json_feed,
        "language": shown.language,
        "_alternates": [
            {"hreflang": language, "href": address.json_feed} for language, address in shown.versions.items()
        ],
        "items": [_item(entry) for entry in recent_entries(shown)],
    }
    return json.dumps(feed, ensure_ascii=False).encode()


def _item(entry: Entry) -> dict[str, Any]:  # Any: JSON
    period, activity, clock = entry.period, entry.activity.activity, entry.clock
    return {
        "id": entry.uid,
        "url": entry.url,
        "title": f"{entry.date}: {entry.title}",
        "content_text": entry.summary or entry.title,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.activity.language,
        "tags": [entry.kind],
        "_activity": {
            "key": activity.key,
            "kind": activity.kind.upper(),
            "label": entry.date,
            "edtf": entry.edtf or None,
            "earliest": period.earliest and period.earliest.isoformat(),
            "latest": period.latest and period.latest.isoformat(),
            "starts_at": clock and clock.starts_at.isoformat(),
            "ends_at": clock and clock.ends_at and clock.ends_at.isoformat(),
            "place": entry.activity.text.place or None,
        },
    }
