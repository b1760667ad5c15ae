"""Which consultations readers may see, in their states, read at the same cost for one as for a hundred."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.api import Audience, Work, works

from .domain import State
from .models import ConsultationPage, DraftVersion, Round

PARTS = (
    "consultation__rounds",
    "consultation__roles",
    "consultation__draft_versions__document",
    "role_wordings",
)


def public_pages(
    *, audience: Audience, language: str, state: State | None = None
) -> QuerySet[ConsultationPage]:
    """Return the public pages in a language, with all facts. What is only being prepared is left out."""
    pages = ConsultationPage.objects.filter(locale__language_code=language)
    wanted = pages.filter(~in_state(State.DRAFT, now=audience.now))
    if state is not None:
        wanted = wanted.filter(in_state(state, now=audience.now))
    return audience.pages(wanted).select_related("locale", "consultation").prefetch_related(*PARTS)


def in_state(state: State, *, now: datetime) -> Q:
    """Return the condition on pages that says in SQL what domain.state_at says of one consultation."""
    rounds = Round.objects.filter(consultation=OuterRef("consultation"))
    historical = ~Q(consultation__known_only_as="")
    is_open = Q(Exists(rounds.filter(opens_at__lte=now, closes_at__gt=now)))
    is_coming = Q(Exists(rounds.filter(opens_at__gt=now)))
    has_rounds = Q(Exists(rounds))
    return {
        State.UNKNOWN: historical,
        State.DRAFT: ~historical & ~has_rounds,
        State.SCHEDULED: ~historical & ~is_open & is_coming,
        State.OPEN: ~historical & is_open,
        State.CLOSED: ~historical & ~is_open & ~is_coming & has_rounds,
    }[state]


def public_drafts(
    pages: Iterable[ConsultationPage], *, language: str, audience: Audience
) -> dict[DraftVersion, Work]:
    """Return the documents that readers may have, by version of the draft, at the cost of one query."""
    versions = [version for page in pages for version in page.consultation.draft_versions.all()]
    found = works([version.document for version in versions], language=language, audience=audience)
    by_document = {work.document: work for work in found}
    return {version: by_document[version.document] for version in versions if version.document in by_document}
