"""How a frontend says which pages it wants, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

import graphene
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page as PageModel

from cms.domain.visibility import Audience, any_of
from cms.graphql.enums import described_enum
from cms.graphql.errors import BadInput
from cms.graphql.loading.page_lists import pages_with_words
from cms.graphql.locales import LocaleCode
from cms.graphql.objects import read_id
from cms.graphql.ordering import Key, Ordering
from cms.graphql.types.conditions import IdWhere, TextWhere, TimeWhere, between, one_of, values_of

DEEPEST, MOST_CONDITIONS = 4, 50
TREE = Ordering((Key("path"),))


class Order(Enum):
    """Orders of pages, with the columns that each sorts by."""

    TREE = TREE
    TITLE_ASC = Ordering((Key("language_version__sort_key"),))
    TITLE_DESC = Ordering((Key("language_version__sort_key", is_descending=True),))
    PUBLISHED_AT_ASC = Ordering((Key("first_published_at", has_empty=True),))
    PUBLISHED_AT_DESC = Ordering((Key("first_published_at", is_descending=True, has_empty=True),))
    UPDATED_AT_ASC = Ordering((Key("last_published_at", has_empty=True),))
    UPDATED_AT_DESC = Ordering((Key("last_published_at", is_descending=True, has_empty=True),))


PageSort = described_enum(
    Order,
    "PageSort",
    "Orders of pages.",
    TREE="As the editors arranged them, a page before those below it.",
    TITLE_ASC="By title, in the alphabet of the language.",
    TITLE_DESC="By title, from the end of the alphabet.",
    PUBLISHED_AT_ASC="By first publication, the oldest first.",
    PUBLISHED_AT_DESC="By first publication, the newest first.",
    UPDATED_AT_ASC="By last publication, the oldest first.",
    UPDATED_AT_DESC="By last publication, the newest first.",
)


class PageWhere(graphene.InputObjectType):
    """What pages have to fulfil: all that is said here."""

    id = IdWhere(description="Opaque ids, of this language version.")
    translation_key = IdWhere(description="What all language versions of a page have in common.")
    type = TextWhere(description="Names of page types, such as ArticlePage.")
    slug = TextWhere(description="The last part of the path.")
    title = TextWhere(description="The whole title.")
    parent = IdWhere(description="Ids of pages: only what is directly below one of them.")
    ancestor = IdWhere(description="Ids of pages: only what is anywhere below one of them.")
    published_at = TimeWhere(description="First publication.")
    updated_at = TimeWhere(description="Last publication.")
    translated_to = LocaleCode(description="Published in this language as well.")
    search = graphene.String(description="Has all these words, found as `search` finds them.")
    all_of = graphene.List(graphene.NonNull(lambda: PageWhere), name="and", description="All of these, too.")
    any_of = graphene.List(
        graphene.NonNull(lambda: PageWhere), name="or", description="At least one of these."
    )
    none_of = graphene.List(graphene.NonNull(lambda: PageWhere), name="not", description="None of these.")


CHOOSING = {
    "where": PageWhere(description="Only those that fulfil this."),
    "sort": graphene.List(
        graphene.NonNull(PageSort),
        description="In which order, the first counting most; left out, as a tree.",
    ),
}
"""Arguments of a field that lists pages, besides PAGING."""


def condition_of(
    where: Mapping[str, Any] | None, *, language: str, audience: Audience, types: Mapping[str, Any]
) -> Q:
    """Return the condition that pages of a language have to fulfil. Raises BadInput for what cannot be asked.

    `types` are the page models by the names of their GraphQL types.
    """
    if not where:
        return Q()
    check_size(where)
    return Reading(language, audience, types).condition(where)


def check_size(where: Mapping[str, Any]) -> None:
    depths = list(depths_of(where, 1))
    if max(depths) > DEEPEST or len(depths) > MOST_CONDITIONS:
        message = f"`where` nests more than {DEEPEST} deep or has more than {MOST_CONDITIONS} parts."
        raise BadInput(f"{message} Ask in two steps.")


def depths_of(where: Mapping[str, Any], depth: int) -> Iterator[int]:
    yield depth
    for name in ("all_of", "any_of", "none_of"):
        for each in where.get(name) or ():
            yield from depths_of(each, depth + 1)


class Reading:
    """Reads one `where`, for one audience."""

    def __init__(self, language: str, audience: Audience, types: Mapping[str, Any]) -> None:
        self.language = language
        self.audience = audience
        self.types = types

    def condition(self, where: Mapping[str, Any]) -> Q:
        parts = (getattr(self, name)(value) for name, value in where.items() if value is not None)
        return reduce(and_, parts, Q())

    def id(self, where: Mapping[str, Any]) -> Q:
        return one_of("pk", keys_in(where, "id"))

    def translation_key(self, where: Mapping[str, Any]) -> Q:
        return one_of("translation_key", uuids(values_of(where, "translationKey")))

    def type(self, where: Mapping[str, Any]) -> Q:
        names = values_of(where, "type")
        if names is None:
            return Q()
        if unknown := [name for name in names if name not in self.types]:
            raise BadInput(f"`type` {unknown[0][:60]!r} is not one of {', '.join(sorted(self.types))}.")
        models = ContentType.objects.get_for_models(*(self.types[name] for name in names))
        return one_of("content_type", [found.pk for found in models.values()])

    def slug(self, where: Mapping[str, Any]) -> Q:
        return one_of("slug", values_of(where, "slug"))

    def title(self, where: Mapping[str, Any]) -> Q:
        return one_of("title", values_of(where, "title"))

    def parent(self, where: Mapping[str, Any]) -> Q:
        places = self.places(where, "parent")
        return Q() if places is None else any_of(below(path) & Q(depth=depth + 1) for path, depth in places)

    def ancestor(self, where: Mapping[str, Any]) -> Q:
        places = self.places(where, "ancestor")
        return Q() if places is None else any_of(below(path) for path, _ in places)

    def places(self, where: Mapping[str, Any], name: str) -> list[tuple[str, int]] | None:
        keys = keys_in(where, name)
        if keys is None:
            return None
        return list(self.audience.pages(PageModel.objects.filter(pk__in=keys)).values_list("path", "depth"))

    def published_at(self, where: Mapping[str, Any]) -> Q:
        return between("first_published_at", where, "publishedAt")

    def updated_at(self, where: Mapping[str, Any]) -> Q:
        return between("last_published_at", where, "updatedAt")

    def translated_to(self, language: str) -> Q:
        versions = self.audience.pages().filter(locale__language_code=language)
        return Q(translation_key__in=versions.order_by().values("translation_key"))

    def search(self, words: str) -> Q:
        return Q(pk__in=pages_with_words(words, language=self.language, audience=self.audience))

    def all_of(self, each: list[Mapping[str, Any]]) -> Q:
        return reduce(and_, (self.condition(where) for where in each), Q())

    def any_of(self, each: list[Mapping[str, Any]]) -> Q:
        return any_of(self.condition(where) or ~Q(pk__in=()) for where in each)

    def none_of(self, each: list[Mapping[str, Any]]) -> Q:
        return ~self.any_of(each)


def below(path: str) -> Q:
    return Q(path__startswith=path) & ~Q(path=path)


def keys_in(where: Mapping[str, Any], name: str) -> list[int] | None:
    ids = values_of(where, name)
    return None if ids is None else [read_id(value)[1] for value in ids]


def uuids(values: list[str] | None) -> list[UUID] | None:
    try:
        return None if values is None else [UUID(value) for value in values]
    except ValueError:
        raise BadInput(
            "A value of `translationKey` is not one. Take it from `translationKey` of a page."
        ) from None
