"""The other language versions of a page, and how far each can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import graphene
from django.conf import settings
from graphql import GraphQLResolveInfo
from wagtail.models import Page

from cms.domain.addresses import path_of, url_of
from cms.graphql.context import Context
from cms.graphql.loading.versions import Statuses, public_versions, statuses
from cms.graphql.locales import LocaleCode
from cms.translation.states import TranslationStatus as Status

DESCRIPTIONS = {
    Status.ORIGINAL: "The version that the others are made from.",
    Status.IN_SYNC: "Says what the original says now.",
    Status.OUTDATED: "The original has changed since this was made.",
    Status.PARTIAL: "Some of it is not translated yet.",
    Status.MACHINE: "Translated by a machine and not reviewed.",
    Status.INTENTIONALLY_DIVERGENT: "Differs from the original on purpose.",
    Status.NOT_TRANSLATED: "Not published in this language.",
}
TranslationStatus = graphene.Enum.from_enum(
    Status,
    name="TranslationStatus",
    description=lambda value: (
        "How a version relates to the original." if value is None else DESCRIPTIONS[value]
    ),
)


@dataclass(frozen=True)
class LanguageState:
    """One other language: its status, and its public page if there is one."""

    language: str
    status: Status
    page: Page | None


class Translation(graphene.ObjectType):
    """The state of a page in another language."""

    locale = graphene.Field(LocaleCode, required=True, description="The other language.")
    status = graphene.Field(TranslationStatus, required=True, description="How far it can be trusted.")
    path = graphene.String(description="Its path; null when it is not published.")
    url = graphene.String(description="Its absolute address; null when it is not published.")
    title = graphene.String(description="Its title, in its language; null when it is not published.")

    def resolve_locale(root: LanguageState, info: GraphQLResolveInfo) -> str:
        return root.language

    def resolve_path(root: LanguageState, info: GraphQLResolveInfo) -> str | None:
        return path_of(root.page) if root.page else None

    def resolve_url(root: LanguageState, info: GraphQLResolveInfo) -> str | None:
        return url_of(root.page) if root.page else None

    def resolve_title(root: LanguageState, info: GraphQLResolveInfo) -> str | None:
        return root.page.title if root.page else None


def translations_of(pages: Sequence[Page], context: Context) -> list[list[LanguageState]]:
    """Return for each page the state of every other content language, in the order of the settings."""
    versions, known = public_versions(pages, context), statuses(pages, context)
    return [states_of(*of_page) for of_page in zip(pages, versions, known, strict=True)]


def states_of(page: Page, versions: Sequence[Page], known: Statuses) -> list[LanguageState]:
    by_language = {version.locale.language_code: version for version in versions}
    return [
        state_in(code, by_language.get(code), known)
        for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES
        if code != page.locale.language_code
    ]


def state_in(language: str, version: Page | None, known: Statuses) -> LanguageState:
    status = known.get(language, Status.NOT_TRANSLATED) if version else Status.NOT_TRANSLATED
    return LanguageState(language, status, version)
