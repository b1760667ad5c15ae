"""An activity as one row of texts: the same columns in CSV and JSON, and the same names as in the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..forms import initial_of
from ..models import Activity
from ..shown import told_languages

WORDS = ("title", "summary", "place", "organiser", "participants")
PERIOD = (
    "start",
    "start_part",
    "start_certainty",
    "start_source",
    "temporal_mode",
    "end_state",
    "end",
    "end_part",
    "end_certainty",
    "end_source",
    "starts_open",
    "duration",
    "duration_is_approximate",
    "duration_anchor",
    "actual_date",
    "actual_date_part",
    "actual_date_source",
)
CLOCK = ("starts_at", "ends_at", "time_zone")
RELATED = ("part_of", "caused_by")
FACTS = ("key", "kind", *PERIOD, *CLOCK, "after", *RELATED, "order_hint", "consultation_key", "asserted_by")

Row = Mapping[str, str]


def columns() -> tuple[str, ...]:
    """Return the names of all columns, in their order; those of words end in their language."""
    return (*FACTS, *(f"{name}_{language}" for language in told_languages() for name in WORDS))


def rows_of_all() -> Iterator[dict[str, str]]:
    """Yield a row for every activity as it is live or, never published, as it was saved."""
    activities = Activity.objects.select_related("after")
    activities = activities.prefetch_related("texts__locale", "relations__other")
    for activity in activities.order_by("sort_key", "pk"):
        yield row_of(activity, {text.locale.language_code: text for text in activity.texts.all()})


def row_of(activity: Activity, texts: Mapping[str, Any]) -> dict[str, str]:  # Any: texts by language
    """Return the activity as texts; what is empty or only usual is an empty text."""
    period = {name: _cell(value) for name, value in initial_of(activity.period, activity.actual_date).items()}
    facts = {
        "key": activity.key,
        "kind": activity.kind,
        **{name: period.get(name, "") for name in PERIOD},
        **_clock(activity),
        "after": activity.after.key if activity.after else "",
        **{kind: _related(activity, kind) for kind in RELATED},
        "order_hint": str(activity.order_hint),
        "consultation_key": activity.consultation_key,
        "asserted_by": " ".join(activity.asserted_by),
    }
    words = {
        f"{name}_{language}": getattr(texts[language], name) if language in texts else ""
        for language in told_languages()
        for name in WORDS
    }
    return {name: {**facts, **words}[name] for name in columns()}


def _clock(activity: Activity) -> dict[str, str]:
    times = {"starts_at": activity.starts_at, "ends_at": activity.ends_at}
    cells = {name: time.isoformat("minutes") if time else "" for name, time in times.items()}
    return {**cells, "time_zone": activity.time_zone if any(cells.values()) else ""}


def _related(activity: Activity, kind: str) -> str:
    return " ".join(row.other.key for row in activity.relations.all() if row.kind == kind)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)
