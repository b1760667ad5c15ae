"""The other language versions of a page, and how far each can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import graphene
from django.conf import settings
from graphql import GraphQLResolveInfo
from wagtail.models import Page

from cms.domain.addresses import path_of, url_of
from cms.graphql.context import Context
from cms.graphql.enums import described_enum
from cms.graphql.loading.versions import Relations, public_versions, relations
from cms.graphql.locales import LocaleCode
from cms.translation.states import Relation, Version
from cms.translation.states import TranslationStatus as Status

TranslationStatus = described_enum(
    Status,
    "TranslationStatus",
    "How a version relates to the original.",
    ORIGINAL="The version that the others are made from.",
    IN_SYNC="Says what the original says now.",
    OUTDATED="The original has changed since this was made.",
    PARTIAL="Some of it is not translated yet.",
    MACHINE="Translated by a machine and not reviewed.",
    INTENTIONALLY_DIVERGENT="Differs from the original on purpose.",
    NOT_TRANSLATED="Not published in this language.",
)


class Origin(StrEnum):
    """How the words of a version came to be."""

    ORIGINAL = "original"
    PERSON = "person"
    MACHINE = "machine"


TranslationOrigin = described_enum(
    Origin,
    "TranslationOrigin",
    "How the words of a version came to be.",
    ORIGINAL="Written in this language first; the others are made from it.",
    PERSON="Translated or written by people, or reviewed by them.",
    MACHINE="Translated by a machine, at least in part, and not reviewed.",
)


@dataclass(frozen=True)
class LanguageState:
    """One other language: how the work stands in it, and its public page if there is one."""

    language: str
    status: Status
    page: Page | None
    version: Version | None

    @property
    def origin(self) -> Origin | None:
        if self.version is None:
            return None
        if self.status is Status.ORIGINAL:
            return Origin.ORIGINAL
        return Origin.MACHINE if self.version.is_machine else Origin.PERSON


class Translation(graphene.ObjectType):
    """The state of a page in another language."""

    locale = graphene.Field(LocaleCode, required=True, description="The other language.")
    status = graphene.Field(TranslationStatus, required=True, description="How far it can be trusted.")
    completeness = graphene.Int(
        description="Per cent of its texts that are translated; null when it is not published."
    )
    outdated = graphene.Boolean(
        required=True, description="True when the original has changed since this was made."
    )
    outdated_since = graphene.DateTime(
        description="When the original first changed after that; null when it has not, or nobody knows when."
    )
    origin = graphene.Field(
        TranslationOrigin, description="How its words came to be; null when it is not published."
    )
    path = graphene.String(description="Its path; null when it is not published.")
    url = graphene.String(description="Its absolute address; null when it is not published.")
    title = graphene.String(description="Its title, in its language; null when it is not published.")

    def resolve_locale(root: LanguageState, info: GraphQLResolveInfo) -> str:
        return root.language

    def resolve_completeness(root: LanguageState, info: GraphQLResolveInfo) -> int | None:
        return root.version.completeness if root.version else None

    def resolve_outdated(root: LanguageState, info: GraphQLResolveInfo) -> bool:
        return root.status is Status.OUTDATED

    def resolve_outdated_since(root: LanguageState, info: GraphQLResolveInfo) -> datetime | None:
        return root.version.outdated_since if root.version and root.status is Status.OUTDATED else None

    def resolve_path(root: LanguageState, info: GraphQLResolveInfo) -> str | None:
        return path_of(root.page) if root.page else None

    def resolve_url(root: LanguageState, info: GraphQLResolveInfo) -> str | None:
        return url_of(root.page) if root.page else None

    def resolve_title(root: LanguageState, info: GraphQLResolveInfo) -> str | None:
        return root.page.title if root.page else None


def translations_of(pages: Sequence[Page], context: Context) -> list[list[LanguageState]]:
    """Return for each page the state of every other content language, in the order of the settings."""
    versions, known = public_versions(pages, context), relations(pages, context)
    return [states_of(*of_page) for of_page in zip(pages, versions, known, strict=True)]


def states_of(page: Page, versions: Sequence[Page], known: Relations) -> list[LanguageState]:
    by_language = {version.locale.language_code: version for version in versions}
    return [
        state_in(code, by_language.get(code), known.get(code))
        for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES
        if code != page.locale.language_code
    ]


def state_in(language: str, page: Page | None, relation: Relation | None) -> LanguageState:
    """Return the state; of a version that is not public nothing is told but that."""
    if page is None or relation is None:
        return LanguageState(language, Status.NOT_TRANSLATED, page, None)
    return LanguageState(language, relation.status, page, relation.version)
