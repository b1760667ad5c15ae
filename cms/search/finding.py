"""A page of results: ranked rows first; what a result shows is read when it is asked for, for all at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.models import Page

from cms.domain.tags import naming
from cms.domain.tags.ledger import depending_on, every_kind
from cms.domain.visibility import Audience
from cms.models import SearchEntry
from cms.search.marking import Fragment, fragments, marked
from cms.search.matching import behind, counts, found, in_order
from cms.search.question import Question
from cms.search.sources import Kind


@dataclass(frozen=True)
class Place:
    """Where a result stands in the order."""

    rank: int
    sort_key: str
    entry_id: int


@dataclass(frozen=True)
class Search:
    """A question put to what an audience may see. Of the kinds, by content type, the chosen are listed."""

    question: Question
    kinds: Mapping[int, Kind]
    chosen: frozenset[int]
    audience: Audience

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many results there are of each content type, chosen or not."""
        with self.remembering():
            return counts(found(self.question, self.kinds, audience=self.audience))

    @property
    def facets(self) -> list[tuple[Kind, int]]:
        """The kinds that there are results of, with how many, the most frequent first."""
        ordered = sorted(self.counts.items(), key=lambda item: (-item[1], self.kinds[item[0]].name))
        return [(self.kinds[key], count) for key, count in ordered]

    @property
    def total(self) -> int:
        """How many results there are of the chosen kinds."""
        return sum(count for key, count in self.counts.items() if key in self.chosen)

    def window(self, size: int, *, after: Place | None) -> list[Hit]:
        """Return the best results, or those behind a place."""
        chosen = {key: kind for key, kind in self.kinds.items() if key in self.chosen}
        with self.remembering():
            rows = found(self.question, chosen, audience=self.audience)
            if after is not None:
                rows = behind(rows, after.rank, after.sort_key, after.entry_id)
            ranked = list(in_order(rows)[:size])
        group = Group(self, {row["entry_id"]: row["entry__content_type_id"] for row in ranked})
        return [Hit(Place(row["rank"], row["entry__sort_key"], row["entry_id"]), group) for row in ranked]

    def remembering(self) -> AbstractContextManager[None]:
        """Whatever is read inside: the answer depends on all that can be found in the language."""
        return depending_on([naming.search(self.question.language)], of=every_kind())


@dataclass(frozen=True, eq=False)
class Group:
    """The results of one page. What one of them needs is read for all."""

    search: Search
    content_types: Mapping[int, int]

    @cached_property
    def entries(self) -> Mapping[int, SearchEntry]:
        with self.search.remembering():
            return SearchEntry.objects.defer("words", "title_words").in_bulk(list(self.content_types))

    @cached_property
    def pages(self) -> Mapping[int, Page]:
        """The public pages among the results, each of its own type, by primary key."""
        keys = [entry.page_id for entry in self.entries.values() if entry.page_id]
        public = self.search.audience.pages(Page.objects.filter(pk__in=keys)).specific()
        return {page.pk: page for page in public}

    @cached_property
    def objects(self) -> Mapping[tuple[int, int], Any]:  # Any: what each plugin's results are resolved from
        """The public objects among the results, by content type and primary key."""
        language, audience = self.search.question.language, self.search.audience
        told: dict[tuple[int, int], Any] = {}
        with self.search.remembering():
            for key in set(self.content_types.values()):
                kind = self.search.kinds[key]
                if not kind.is_page:
                    keys = [e.object_id for e in self.entries.values() if e.content_type_id == key]
                    told |= {(key, pk): each for pk, each in kind.told(keys, language, audience).items()}
        return told


@dataclass(frozen=True)
class Hit:
    """One result: its place in the order, what it shows, and what it leads to."""

    place: Place
    group: Group

    @property
    def question(self) -> Question:
        return self.group.search.question

    @property
    def kind(self) -> Kind:
        return self.group.search.kinds[self.group.content_types[self.place.entry_id]]

    @property
    def entry(self) -> SearchEntry:
        return self.group.entries[self.place.entry_id]

    @property
    def title(self) -> Fragment:
        """The title, with its matches marked."""
        return marked(self.entry.title, self.question)

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The places of the text that answer the question."""
        return fragments(self.entry.text, self.question)

    @property
    def page(self) -> Page | None:
        """The page that the result is; None when it is none, or no longer public."""
        return self.group.pages.get(self.entry.page_id or 0)

    @property
    def subject(self) -> Any:  # Any: see SearchFields.told
        """The object that the result is; None when it is a page, or no longer public."""
        return self.group.objects.get((self.entry.content_type_id, self.entry.object_id))
