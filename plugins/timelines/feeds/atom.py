"""A timeline as Atom (RFC 4287): what was published last comes first."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed

from ..shown import Shown
from .entries import last_update, recent_entries

MEDIA_TYPE = "application/atom+xml"


class TimelineAtom(Atom1Feed):
    """Django's Atom feed, with its other language versions and a date that never depends on the clock."""

    def latest_post_date(self) -> datetime.datetime:
        latest: datetime.datetime = self.feed["updated"]
        return latest

    def add_root_elements(self, handler: Any) -> None:  # Any: an XML generator
        super().add_root_elements(handler)
        for language, address in self.feed["versions"].items():
            link = {"rel": "alternate", "type": MEDIA_TYPE, "hreflang": language, "href": address.atom}
            handler.addQuickElement("link", "", link)


def atom_of(shown: Shown) -> bytes:
    """Return the feed as XML in UTF-8."""
    entries = recent_entries(shown)
    others = {language: address for language, address in shown.versions.items() if language != shown.language}
    feed = TimelineAtom(
        title=shown.title,
        link=shown.home,
        description=shown.description,
        subtitle=shown.description or None,
        language=shown.language,
        feed_url=shown.address.atom,
        feed_guid=shown.address.atom,
        updated=last_update(entries, shown),
        versions=others,
    )
    for entry in entries:
        feed.add_item(
            title=f"{entry.date}: {entry.title}",
            link=entry.url,
            description=entry.summary,
            unique_id=f"urn:uuid:{entry.uid}",
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[entry.kind],
        )
    return feed.writeString("utf-8").encode()
