"""The reader's search: results of any kind, where they match, and how many there are of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.visibility import Audience
from cms.graphql.connections import Connection, check_size, cursor_at, read_cursor
from cms.graphql.context import context_of
from cms.graphql.errors import BadInput
from cms.graphql.locales import LocaleCode
from cms.graphql.types.pages import Page
from cms.search.finding import Hit, Place, Search
from cms.search.question import question
from cms.search.sources import Kind, kinds_of


class SearchTextPart(graphene.ObjectType):
    """A piece of a text."""

    text = graphene.String(required=True, description="The words and the spaces between them.")
    is_match = graphene.Boolean(required=True, description="True for a word that was looked for.")


class SearchText(graphene.ObjectType):
    """A text of a result, in the result's language, with the words that were looked for marked."""

    parts = graphene.List(graphene.NonNull(SearchTextPart), required=True, description="The text in pieces.")
    html = graphene.String(
        required=True, description="The same as HTML: escaped, with `mark` around each match."
    )


class SearchResult(graphene.Interface):
    """Something that was found: an interface, so that frontends can show a kind that they do not know yet."""

    kind = graphene.String(required=True, description="Name of the GraphQL type of what was found.")
    locale = graphene.Field(LocaleCode, required=True, description="The language that it was found in.")
    title = graphene.String(required=True, description="Its title.")
    title_match = graphene.Field(SearchText, required=True, description="The title with its matches.")
    fragments = graphene.List(
        graphene.NonNull(SearchText),
        required=True,
        description="Where its text matches, at most three places; without one, how the text begins.",
    )
    path = graphene.String(description="Path of the page; null when it is none.")

    @classmethod
    def resolve_type(cls, instance: Hit, info: GraphQLResolveInfo) -> Any:  # Any: graphene is untyped
        return instance.kind.source.fields.result

    def resolve_kind(root: Hit, info: GraphQLResolveInfo) -> str:
        return root.kind.name

    def resolve_locale(root: Hit, info: GraphQLResolveInfo) -> str:
        return root.question.language

    def resolve_title(root: Hit, info: GraphQLResolveInfo) -> str:
        return root.entry.title

    def resolve_title_match(root: Hit, info: GraphQLResolveInfo) -> Any:
        return root.title

    def resolve_path(root: Hit, info: GraphQLResolveInfo) -> str | None:
        return context_of(info).audience.path_of(root.page) if root.page else None


class PageResult(graphene.ObjectType):
    """A page that was found."""

    class Meta:
        interfaces = (SearchResult,)

    page = graphene.Field(Page, description="The page; null if it was withdrawn this very moment.")


class SearchFacet(graphene.ObjectType):
    """How many results there are of a kind."""

    kind = graphene.String(required=True, description="What to give as one of `kinds`.")
    label = graphene.String(required=True, description="The kind in words, in the language of the search.")
    count = graphene.Int(required=True, description="How many, whichever kinds were asked for.")


class SearchConnection(Connection):
    """Results, the best first."""

    class Meta:
        node = SearchResult

    facets = graphene.List(
        graphene.NonNull(SearchFacet),
        required=True,
        description="Every kind that there are results of, the most frequent first.",
    )

    def resolve_facets(root: ResultPage, info: GraphQLResolveInfo) -> list[dict[str, object]]:
        return [
            {"kind": kind.name, "label": kind.label(root.search.question.language), "count": count}
            for kind, count in root.search.facets
        ]


@dataclass
class ResultPage:
    """One page of results; what a connection's resolvers ask of a KeysetPage."""

    search: Search
    first: int
    after: str | None

    @cached_property
    def window(self) -> list[Hit]:
        place = place_at(self.after) if self.after else None
        return self.search.window(self.first + 1, after=place)

    @property
    def rows(self) -> list[Hit]:
        return self.window[: self.first]

    @property
    def has_more(self) -> bool:
        return len(self.window) > self.first

    @property
    def total(self) -> int:
        return self.search.total

    def cursor(self, row: Hit) -> str:
        return cursor_at(f"{row.place.rank} {row.place.sort_key}", row.place.entry_id)


def search_page(
    query: str,
    language: str,
    *,
    audience: Audience,
    first: int | None,
    after: str | None = None,
    kinds: list[str] | None = None,
) -> ResultPage:
    """Return a page of what an audience finds. Raises BadInput for arguments that cannot be used."""
    size = check_size(first)
    if after:
        place_at(after)
    try:
        asked = question(query, language=language)
    except ValueError as error:
        raise BadInput(f"`query` {error}.") from None
    known = kinds_of(audience.plugins)
    return ResultPage(Search(asked, known, chosen_kinds(kinds, known), audience), size, after)


def chosen_kinds(names: list[str] | None, known: Mapping[int, Kind]) -> frozenset[int]:
    """Return the content types of the kinds with these names; of all when none is given."""
    if names is None:
        return frozenset(known)
    by_name = {kind.name: key for key, kind in known.items()}
    if unknown := [name for name in names if name not in by_name]:
        raise BadInput(f"`kinds` {unknown[0][:60]!r} is not one of {', '.join(sorted(by_name))}.")
    return frozenset(by_name[name] for name in names)


def place_at(cursor: str) -> Place:
    place, entry_id = read_cursor(cursor)
    rank, _, sort_key = place.partition(" ")
    if not rank.isdecimal():
        raise BadInput("`after` is not a cursor of a search. Use `pageInfo.endCursor` of the page before.")
    return Place(int(rank), sort_key, entry_id)
