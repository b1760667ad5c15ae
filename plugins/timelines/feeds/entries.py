"""What every feed says of an activity, read at the same cost for one as for a thousand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from uuid import uuid5

from django.db.models import DateTimeField, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import translation

from cms.api import url_of

from ..clock import Clock
from ..domain import Texts
from ..fuzzy import Period, export_edtf
from ..labels import Form, Style, label
from ..shown import Shown
from ..telling import ActivityIn, told
from ..vocabulary import Kind

NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""When a record was published that nobody ever published: it came into the database by another way."""

MOST_DATED, MOST_RECENT = 1000, 100
"""The most entries of a calendar, and of a feed of news."""


@dataclass(frozen=True)
class Entry:
    """An activity as a feed tells it. `published` and `updated` are the record's dates, never its own."""

    activity: ActivityIn
    url: str
    published: datetime.datetime
    updated: datetime.datetime

    @property
    def period(self) -> Period:
        """When it was; of a plan, when it really came as soon as that is known."""
        activity = self.activity.activity
        return Period.at(activity.actual_date) if activity.actual_date else activity.period

    @property
    def clock(self) -> Clock | None:
        """At what time of day it was; those of a plan are not those of what became of it."""
        activity = self.activity.activity
        return None if activity.actual_date else activity.clock

    @property
    def uid(self) -> str:
        """The same for as long as the activity exists; another in each language."""
        return str(uuid5(self.activity.activity.text_key, self.activity.language))

    @property
    def title(self) -> str:
        return self.activity.text.title

    @property
    def summary(self) -> str:
        return self.activity.text.summary

    @property
    def date(self) -> str:
        """The date in words that stay true without the page they were said on."""
        return label(self.period, language=self.activity.language, style=Style(Form.LABEL, elsewhere=True))

    @property
    def edtf(self) -> str:
        return export_edtf(self.period)

    @property
    def kind(self) -> str:
        with translation.override(self.activity.language):
            return str(Kind(self.activity.activity.kind).label)


def dated_entries(shown: Shown) -> list[Entry]:
    """Return those with a date, the latest first."""
    texts = shown.texts.exclude(activity__earliest=None, activity__latest=None)
    return _entries(texts.order_by("-activity__sort_key", "pk")[:MOST_DATED], shown)


def recent_entries(shown: Shown) -> list[Entry]:
    """Return those whose facts or words were published last, the most recent first."""
    ever = [
        Coalesce(name, Value(NEVER, output_field=DateTimeField()))
        for name in ("last_published_at", "activity__last_published_at")
    ]
    newest = shown.texts.annotate(updated=Greatest(*ever)).order_by("-updated", "-pk")
    return _entries(newest[:MOST_RECENT], shown)


def last_update(entries: list[Entry], shown: Shown) -> datetime.datetime:
    """Return when the newest of them was published; of an empty feed, when its page was."""
    page = shown.page.last_published_at if shown.page else None
    return max((entry.updated for entry in entries), default=page or NEVER)


def _entries(texts: Texts, shown: Shown) -> list[Entry]:
    return [
        Entry(
            activity,
            url=url_of(activity.page)
            if activity.page
            else f"{shown.address.listing}#{activity.activity.key}",
            published=_last(activity, "first_published_at"),
            updated=_last(activity, "last_published_at"),
        )
        for activity in told(texts, shown.language, audience=shown.audience)
    ]


def _last(activity: ActivityIn, name: str) -> datetime.datetime:
    """Return the later of the facts' date and the words': it takes both to be public."""
    dates = (getattr(record, name) for record in (activity.activity, activity.text))
    return max((date for date in dates if date), default=NEVER)
