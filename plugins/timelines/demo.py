"""Adds the activities and the timeline page of the demonstration. What exists already is left as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .fuzzy import Period
from .models import (
    Activity,
    ActivityDocument,
    ActivityOrganisation,
    ActivityRelation,
    ActivityText,
    TimelineItem,
    TimelinePage,
)
from .vocabulary import RelationKind, Role

if TYPE_CHECKING:
    from cms.api import DemoSite

CONTENT = Path(__file__).parent / "demo"
PERIOD = ("start", "end", "end_state", "temporal_mode", "duration")

Entry = Mapping[str, Any]  # Any: YAML


def seed(demo: DemoSite) -> None:
    """Put the activities with their texts, then the pages; say how bodies show a timeline."""
    for entry in demo.contents(CONTENT / "activities.yaml"):
        activity = Activity.objects.filter(key=entry["key"]).first() or put_activity(entry, demo)
        put_texts(activity, entry, demo)
    for entry in demo.contents(CONTENT / "timelines.yaml"):
        put_timeline(entry, demo)
    demo.teach("timeline", lambda value, language: block(value, language, demo))


def block(value: Entry, language: str, demo: DemoSite) -> dict[str, Any]:  # Any: JSON
    """Return the stored form of a body's `timeline: {timeline}`."""
    page = demo.page(page_key(value["timeline"]), language)
    return {"type": "timelines_timeline", "value": {"title": "", "timeline": page.pk if page else None}}


def put_activity(entry: Entry, demo: DemoSite) -> Activity:
    """Return a new, published activity. Those that it names stand before it in the file."""
    page = demo.page(entry["page"], demo.languages[0]) if entry["page"] else None
    activity = Activity(
        key=entry["key"],
        text_key=demo.translation_key(text_key(entry)),
        live=False,
        kind=entry["kind"],
        period=Period.from_dict({name: entry[name] for name in PERIOD}),
        after=Activity.objects.get(key=entry["after"]) if entry["after"] else None,
        relations=relations_of(entry),
        consultation_key=entry.get("consultation", ""),
        asserted_by=entry["asserted_by"],
        page_id=page.pk if page else None,
        organisations=organisations_of(entry["organiser"]),
        documents=[ActivityDocument(document=demo.document(key)) for key in entry["documents"]],
    )
    activity.save()
    activity.save_revision(log_action=False).publish()
    return activity


def relations_of(entry: Entry) -> list[ActivityRelation]:
    return [
        ActivityRelation(kind=kind, other=Activity.objects.get(key=key))
        for kind in RelationKind.values
        for key in entry.get(kind, ())
    ]


def organisations_of(organiser: Entry | None) -> list[ActivityOrganisation]:
    if organiser is None:
        return []
    return [
        ActivityOrganisation(
            role=Role.ORGANISER,
            organisation_key=organiser["organisation"],
            asserted_by=organiser["asserted_by"],
        )
    ]


def put_texts(activity: Activity, entry: Entry, demo: DemoSite) -> None:
    for language in demo.languages:
        fields = {"activity": activity, "place": entry["place"][language] or "", **entry[language]}
        demo.put(ActivityText, text_key(entry), language, fields)


def put_timeline(entry: Entry, demo: DemoSite) -> None:
    for language in demo.languages:
        text = entry[language]
        fields = {name: text[name] for name in ("title", "slug", "intro", "search_description")}
        chosen = Activity.objects.filter(key__in=entry["activities"])
        fields["items"] = [TimelineItem(activity=activity) for activity in chosen]
        key = page_key(entry["key"])
        demo.put_page(key, TimelinePage, parent=entry["parent"], language=language, fields=fields)
    for menu in entry["menus"]:
        demo.join_menu(menu, page_key(entry["key"]))


def text_key(entry: Entry) -> str:
    return f"timelines.{entry['key']}"


def page_key(key: str) -> str:
    return f"timelines.{key}"
