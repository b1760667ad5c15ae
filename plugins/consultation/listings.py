"""Which consultations readers may see, in their states, read at the same cost for one as for a hundred."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.api import Audience, Work, works

from .domain import State
from .models import ConsultationPage, DraftRendition, DraftVersion, Round

PARTS = (
    "consultation__rounds__changes",
    "consultation__roles",
    "consultation__draft_versions__document",
    "consultation__draft_versions__renditions__document",
    "role_wordings",
)


def public_pages(
    *, audience: Audience, language: str, state: State | None = None, is_named: bool = False
) -> QuerySet[ConsultationPage]:
    """Return the public pages in a language, with all facts. What is only being prepared is left out.

    Unlisted ones are among them for those who ask by a name that they must know.
    """
    pages = ConsultationPage.objects.filter(locale__language_code=language)
    wanted = pages.filter(~in_state(State.DRAFT, now=audience.now))
    if state is not None:
        wanted = wanted.filter(in_state(state, now=audience.now))
    pages_of = audience.reachable if is_named else audience.pages
    return pages_of(wanted).select_related("locale", "consultation").prefetch_related(*PARTS)


def in_state(state: State, *, now: datetime) -> Q:
    """Return the condition on pages that says in SQL what domain.state_at says of one consultation."""
    rounds = Round.objects.filter(consultation=OuterRef("consultation"))
    historical = ~Q(consultation__known_only_as="")
    is_suspended = Q(Exists(rounds.filter(opens_at__lte=now, suspended_at__lte=now)))
    is_open = Q(Exists(rounds.filter(opens_at__lte=now, closes_at__gt=now))) & ~is_suspended
    is_coming = Q(Exists(rounds.filter(opens_at__gt=now)))
    has_rounds = Q(Exists(rounds))
    return {
        State.UNKNOWN: historical,
        State.DRAFT: ~historical & ~has_rounds,
        State.SCHEDULED: ~historical & ~is_open & ~is_suspended & is_coming,
        State.OPEN: ~historical & is_open,
        State.SUSPENDED: ~historical & is_suspended,
        State.CLOSED: ~historical & ~is_open & ~is_suspended & ~is_coming & has_rounds,
    }[state]


@dataclass(frozen=True)
class PublicRendition:
    """A language of a draft that readers may have; `document` is None where it has no file."""

    rendition: DraftRendition
    document: Work | None


@dataclass(frozen=True)
class PublicDraft:
    """A published version of the draft, as shown to readers of one language."""

    version: DraftVersion
    document: Work | None
    renditions: tuple[PublicRendition, ...]
    language: str

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it exists in, in the order of their codes."""
        return tuple(sorted(each.rendition.language for each in self.renditions))


def public_drafts(
    pages: Iterable[ConsultationPage], *, language: str, audience: Audience
) -> dict[DraftVersion, PublicDraft]:
    """Return the published versions that readers may have, at the cost of one query.

    A version whose document is private is left out, and so is a language whose file is.
    """
    versions = published([version for page in pages for version in page.consultation.draft_versions.all()])
    renditions = {version: list(version.renditions.all()) for version in versions}
    files = [version.document for version in versions]
    files += [each.document for rows in renditions.values() for each in rows]
    found = works({file for file in files if file}, language=language, audience=audience)
    public: dict[Any, Work] = {each.document: each for each in found}  # Any: the host's documents, or None
    return {
        version: PublicDraft(
            version,
            public.get(version.document),
            tuple(
                PublicRendition(each, public.get(each.document))
                for each in renditions[version]
                if each.document is None or each.document in public
            ),
            language,
        )
        for version in versions
        if version.document is None or version.document in public
    }


def published(versions: Iterable[DraftVersion]) -> list[DraftVersion]:
    """Return the versions that are published, the newest first."""
    return sorted(
        (version for version in versions if version.is_published),
        key=lambda version: version.number,
        reverse=True,
    )
