"""Organisations as told in one language. What one entry of an answer needs is read for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pyroaring import BitMap

from cms.api import KeysetPage
from plugins.networks.counting import Counts, Wanted, counted, fitting, words_wanted
from plugins.networks.dates import Span
from plugins.networks.domain import Entries, chosen, public_entries, ranked
from plugins.networks.models import (
    Concept,
    EntryReview,
    LinkState,
    Organisation,
    OrganisationEntry,
    OrganisationEvent,
    OrganisationIdentifier,
    OrganisationLink,
    OrganisationName,
    OrganisationPlace,
    OrganisationRelation,
    OrganisationSource,
    OrganisationText,
    facet_sets,
)
from plugins.networks.naming import name_called, shown_name
from plugins.networks.searching import Question
from plugins.networks.selecting import IsAmong, found_ids, public_ids
from plugins.networks.vocabulary import LinkStatus, NameKind, RelationKind

if TYPE_CHECKING:
    from cms.api import Audience


class Belonging(Protocol):
    """A row that belongs to an organisation."""

    @property
    def organisation_id(self) -> int: ...


T = TypeVar("T")
AnyRow = TypeVar("AnyRow", bound=Belonging)
Rows = Mapping[int, Sequence[T]]
"""Rows of some kind by the primary key of the organisation they belong to."""


@dataclass
class Group:
    """The organisations of one list in one answer."""

    organisation_ids: tuple[int, ...]
    language: str
    audience: Audience
    _read: dict[Any, Any] = field(default_factory=dict)  # Any: each reader has rows of its own

    def rows(self, read: Callable[[Group], Rows[T]], organisation_id: int) -> Sequence[T]:
        """Return one organisation's rows of a kind; when first asked, they are read for the whole group."""
        if read not in self._read:
            self._read[read] = read(self)
        rows: Sequence[T] = self._read[read].get(organisation_id, ())
        return rows


@dataclass(frozen=True)
class OrganisationIn:
    """A public organisation, as told in one language."""

    entry: OrganisationEntry
    group: Group

    @property
    def organisation(self) -> Organisation:
        return self.entry.organisation

    @property
    def language(self) -> str:
        return self.group.language

    @property
    def names(self) -> Sequence[OrganisationName]:
        return self.rows(names)

    def name(self, *, on: Span | None = None) -> OrganisationName:
        """Return the name to show, that of a date if one is given; without any name, the key stands in."""
        return shown_name(self.names, language=self.language, on=on) or self._nameless(self.organisation.key)

    def name_called(self, text: str) -> OrganisationName:
        """Return the name with this text; a text that the record no longer has is met as an alias."""
        return name_called(self.names, text, language=self.language) or self._nameless(text)

    def rows(self, read: Callable[[Group], Rows[T]]) -> Sequence[T]:
        return self.group.rows(read, self.entry.organisation_id)

    def _nameless(self, text: str) -> OrganisationName:
        return OrganisationName(text=text, language=self.language, kind=NameKind.ALIAS)


@dataclass(frozen=True)
class RelationIn:
    """A relation read from one of its ends. `other` is None where the body has no record."""

    kind: RelationKind
    name: str
    other: OrganisationIn | None
    valid_from: str
    valid_to: str


@dataclass
class Listing:
    """What is asked of a list: the page, the number of entries and the counts of facets come from it.

    Reads are shared: who asks for all three reads what is public once.
    """

    language: str
    wanted: Wanted
    question: Question | None
    audience: Audience

    @cached_property
    def base(self) -> BitMap:
        """Return all public records that the question finds, not narrowed."""
        public = public_ids(self.audience)
        return found_ids(self.question, public) if self.question else public

    @cached_property
    def members(self) -> BitMap:
        """Return the records of the list."""
        return fitting(self.base, self.wanted, facet_sets(words_wanted(self.wanted)))

    @property
    def entries(self) -> Entries:
        """Return the entries to page through; of a search, annotated with `place`."""
        if self.question is None and self.members == self.base:
            return public_entries(self.language, audience=self.audience)
        # The members are public: asking again in the same query costs more than the query.
        entries = OrganisationEntry.objects.filter(language=self.language).select_related("organisation")
        narrowed = entries.filter(IsAmong("organisation_id", self.members))
        return ranked(narrowed, self.question) if self.question else narrowed

    @property
    def counts(self) -> Counts:
        """Return how many entries each value of each facet would show."""
        return counted(self.base, self.wanted, facet_sets())


@dataclass
class EntryPage(KeysetPage):
    """One page of a list of entries, told together."""

    audience: Audience
    listing: Listing | None = None

    @cached_property
    def rows(self) -> list[OrganisationIn]:
        return told(self.window[: self.first], audience=self.audience)

    @cached_property
    def total(self) -> int:
        return len(self.listing.members) if self.listing else self.queryset.count()

    def cursor(self, row: Any) -> str:  # Any: a row, told or bare
        return super().cursor(row.entry)


def told(entries: Iterable[OrganisationEntry], *, audience: Audience) -> list[OrganisationIn]:
    """Return entries of one language as told in it."""
    told_together = list(entries)
    ids = tuple(entry.organisation_id for entry in told_together)
    group = Group(ids, told_together[0].language if told_together else "", audience)
    return [OrganisationIn(entry, group) for entry in told_together]


def told_of(
    organisations: Iterable[Organisation], language: str, *, audience: Audience
) -> list[OrganisationIn]:
    """Return those organisations that are public, in the order given, as told in a language."""
    return told(chosen(organisations, language, audience=audience), audience=audience)


def names(group: Group) -> Rows[OrganisationName]:
    return by_organisation(OrganisationName.objects.filter(organisation__in=group.organisation_ids))


def events(group: Group) -> Rows[OrganisationEvent]:
    rows = OrganisationEvent.objects.filter(organisation__in=group.organisation_ids)
    return by_organisation(rows.prefetch_related("claims"))


def places(group: Group) -> Rows[OrganisationPlace]:
    return by_organisation(OrganisationPlace.objects.filter(organisation__in=group.organisation_ids))


def sources(group: Group) -> Rows[OrganisationSource]:
    return by_organisation(OrganisationSource.objects.filter(organisation__in=group.organisation_ids))


def identifiers(group: Group) -> Rows[OrganisationIdentifier]:
    return by_organisation(OrganisationIdentifier.objects.filter(organisation__in=group.organisation_ids))


def reviews(group: Group) -> Rows[EntryReview]:
    return by_organisation(EntryReview.objects.filter(organisation__in=group.organisation_ids))


def concepts(group: Group) -> Rows[Concept]:
    """Return the concepts, each with its broader one."""
    chosen = Organisation.concepts.through.objects.filter(organisation__in=group.organisation_ids)
    pairs = list(chosen.values_list("organisation_id", "concept_id"))
    known = Concept.objects.select_related("broader").in_bulk({concept for _one, concept in pairs})
    grouped: dict[int, list[Concept]] = defaultdict(list)
    for organisation, concept in pairs:
        grouped[organisation].append(known[concept])
    return {one: sorted(found, key=lambda c: (c.scheme, c.key)) for one, found in grouped.items()}


def links(group: Group) -> Rows[tuple[OrganisationLink, LinkState]]:
    """Return links with what is known about their addresses."""
    rows = list(OrganisationLink.objects.filter(organisation__in=group.organisation_ids))
    states = LinkState.objects.in_bulk([link.url for link in rows])
    grouped = defaultdict(list)
    for link in rows:
        state = states.get(link.url) or LinkState(url=link.url, status=LinkStatus.UNKNOWN)
        grouped[link.organisation_id].append((link, state))
    return grouped


def summaries(group: Group) -> Rows[str]:
    """Return the published text in the language of the group; never that of another language."""
    texts = OrganisationText.objects.filter(
        organisation__in=group.organisation_ids, locale__language_code=group.language
    )
    return {text.organisation_id: (text.summary,) for text in group.audience.snippets(texts)}


def relations(group: Group) -> Rows[RelationIn]:
    """Return relations from both ends, own ones first; those to a record that is not public do not exist."""
    own = OrganisationRelation.objects.filter(organisation__in=group.organisation_ids)
    of_others = OrganisationRelation.objects.filter(target__in=group.organisation_ids)
    directed = [
        *((row.organisation_id, row.target_id, RelationKind(row.kind), row) for row in own),
        *((row.target_id, row.organisation_id, RelationKind(row.kind).inverse, row) for row in of_others),
    ]
    others = _others(group, {other for _one, other, _kind, _row in directed if other is not None})
    grouped: dict[int, dict[tuple[RelationKind, object], RelationIn]] = defaultdict(dict)
    for one, other, kind, row in directed:
        if other is None or other in others:
            relation = _relation(kind, row, others.get(other))
            # Editors may have written the same relation at both ends.
            grouped[one].setdefault((kind, other or row.target_name), relation)
    return {one: tuple(read.values()) for one, read in grouped.items()}


def by_organisation(rows: Iterable[AnyRow]) -> Rows[AnyRow]:
    grouped: dict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        grouped[row.organisation_id].append(row)
    return grouped


def _others(group: Group, ids: set[int]) -> dict[int, OrganisationIn]:
    public = public_entries(group.language, audience=group.audience).filter(organisation__in=ids)
    return {
        other.entry.organisation_id: other
        for other in told(public.order_by("sort_key", "pk"), audience=group.audience)
    }


def _relation(kind: RelationKind, row: OrganisationRelation, other: OrganisationIn | None) -> RelationIn:
    name = other.name().text if other else row.target_name
    return RelationIn(kind, name, other, row.valid_from, row.valid_to)
