"""Activities for tests, made in one line each."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from ..fuzzy import Certainty, FuzzyDate, Part, Period
from ..models import Activity, ActivityText, TimelineItem


def on(edtf: str, part: Part | None = None, certainty: Certainty = Certainty.OCCURRED) -> Period:
    """Return a moment within the date; the empty date is unknown."""
    return Period.at(FuzzyDate(edtf, part, certainty))


def planned(edtf: str) -> Period:
    return on(edtf, certainty=Certainty.PLANNED)


def make_activity(
    key: str,
    period: Period | str = "",
    *,
    texts: tuple[str, ...] = ("tr", "en"),
    live: bool = True,
    **facts: Any,
) -> Activity:
    """Return a stored activity with public texts, titled like `TR key`. A period is also given as EDTF."""
    activity = Activity(
        key=key,
        kind=facts.pop("kind", "milestone"),
        period=on(period) if isinstance(period, str) else period,
        live=live,
        **facts,
    )
    activity.save()
    for language in texts:
        make_text(activity, language)
    return activity


def make_text(activity: Activity, language: str, *, live: bool = True, **words: str) -> ActivityText:
    """Return a stored text of the activity; with live=False a draft never published."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    fields = {"title": f"{language.upper()} {activity.key}", **words}
    text = ActivityText(activity=activity, locale=locale, live=live, **fields)
    text.save()
    return text


def chosen_for_page(*activities: Activity) -> list[TimelineItem]:
    return [TimelineItem(activity=activity) for activity in activities]


def keys_in_order() -> list[str]:
    return list(Activity.objects.order_by("sort_key", "pk").values_list("key", flat=True))
