"""Which activities a reader is shown. Every query starts from what is public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from .choosing import Choice, condition
from .models import Activity, ActivityText, TimelineItem, TimelinePage

if TYPE_CHECKING:
    from cms.api import Audience

Texts = QuerySet[ActivityText]
ROWS = ("activity__organisations", "activity__relations", "activity__documents__document")


def public_texts(language: str, *, audience: Audience) -> Texts:
    """Return the texts in one language of the activities whose facts and text are both public."""
    hidden = audience.hidden_snippets(Activity.objects.all())
    texts = ActivityText.objects.filter(locale__language_code=language).exclude(activity__in=hidden)
    return audience.snippets(texts).select_related("activity").prefetch_related(*ROWS)


def chosen(texts: Texts, choice: Choice, *, language: str, audience: Audience) -> Texts:
    """Return those texts of one language whose activities are as the asker wants them."""
    return texts.filter(condition(choice, language=language, audience=audience))


def shown_on(page: TimelinePage, *, audience: Audience) -> Texts:
    """Return the texts of a timeline page: of the activities chosen for it, or of all if none is."""
    texts = public_texts(page.locale.language_code, audience=audience)
    items = TimelineItem.objects.filter(page=page)
    return texts.filter(activity__in=items.values("activity")) if items.exists() else texts
