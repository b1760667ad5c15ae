"""What every file tells of a record. No file takes a descriptive name, which is ours, for one of the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from plugins.networks import reading
from plugins.networks.conf import chosen_settings
from plugins.networks.domain import public_entries
from plugins.networks.models import Concept, DateClaim, Organisation, OrganisationName, OrganisationText
from plugins.networks.reading import OrganisationIn, told
from plugins.networks.vocabulary import EventKind, LinkKind, NameKind

if TYPE_CHECKING:
    from cms.api import Audience

OFFICIAL = (NameKind.OFFICIAL, NameKind.TRANSLATED_OFFICIAL)


@dataclass(frozen=True)
class Collection:
    """The public records in the order of a language, with what a file says about itself."""

    language: str
    audience: Audience

    @cached_property
    def records(self) -> list[OrganisationIn]:
        entries = public_entries(self.language, audience=self.audience).order_by("sort_key", "pk")
        return told(entries, audience=self.audience)

    @property
    def licence(self) -> str:
        return chosen_settings().licence

    @property
    def changed_at(self) -> datetime:
        """Return when something of it was last published; without records, long ago."""
        records, texts = self._extents
        return max([at for at, _ in (records, texts) if at], default=datetime(2000, 1, 1, tzinfo=UTC))

    @property
    def size(self) -> int:
        return self._extents[0][1]

    @cached_property
    def taxonomies(self) -> list[tuple[str, str]]:
        """Return the concepts as files name them."""
        return list(Concept.objects.order_by("pk").values_list("scheme", "key"))

    @cached_property
    def _extents(self) -> list[tuple[datetime | None, int]]:
        """Return of the records, and of the texts, when one was last published, and how many there are."""
        extents = []
        for model in (Organisation, OrganisationText):
            public = self.audience.snippets(model.objects.order_by())
            told = public.aggregate(at=Max("last_published_at"), size=Count("pk"))
            extents.append((told["at"], told["size"]))
        return extents


def official_name(record: OrganisationIn) -> OrganisationName:
    """Return the body’s own name, that of the language first; without any, its short form, else the key."""
    own = [name for name in record.names if name.kind in OFFICIAL and not name.valid_to]
    short = [name for name in record.names if name.kind in (NameKind.SHORT, NameKind.ACRONYM)]
    order = sorted(own, key=lambda name: (name.language != record.language, not name.is_preferred))
    missing = OrganisationName(text=record.organisation.key, language=record.language, kind=NameKind.ALIAS)
    return next(iter([*order, *short]), missing)


def names_of(record: OrganisationIn, kinds: Iterable[str], language: str | None = None) -> list[str]:
    return [n.text for n in record.names if n.kind in kinds and (language is None or n.language == language)]


def claims(record: OrganisationIn, kind: EventKind) -> list[DateClaim]:
    """Return the dates that sources give, the preferred one first."""
    events = [event for event in record.rows(reading.events) if event.kind == kind]
    return sorted(
        (claim for event in events for claim in event.claims.all()), key=lambda claim: not claim.is_preferred
    )


def addresses(record: OrganisationIn, kind: LinkKind) -> Sequence[str]:
    """Return addresses of a kind, that in the language first."""
    links = [link for link, _state in record.rows(reading.links) if link.kind == kind]
    return [link.url for link in sorted(links, key=lambda link: link.language != record.language)]
