"""How each language version relates to the original; reads LanguageVersion rows and no content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db.models import UUIDField, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from cms.domain.statements import Question
from cms.models import LanguageVersion


class TranslationStatus(StrEnum):
    ORIGINAL = "original"
    IN_SYNC = "in_sync"
    OUTDATED = "outdated"
    PARTIAL = "partial"
    MACHINE = "machine"
    INTENTIONALLY_DIVERGENT = "intentionally_divergent"
    NOT_TRANSLATED = "not_translated"


@dataclass(frozen=True)
class Version:
    """One language version, as it is recorded."""

    page_id: int
    key: UUID
    language: str
    live: bool
    expires_at: datetime | None
    fingerprint: str
    source_fingerprint: str
    completeness: int
    is_machine: bool
    policy: str
    outdated_since: datetime | None

    @property
    def is_published(self) -> bool:
        return self.live and (self.expires_at is None or self.expires_at > timezone.now())


@dataclass(frozen=True)
class Relation:
    """How a work stands in one language: the status, and what is recorded of the version if there is one."""

    status: TranslationStatus
    version: Version | None


def statuses(page: Page) -> dict[str, TranslationStatus]:
    """Return the status of the work in every content language but the page's own."""
    return statuses_of([page])[page.pk]


def statuses_of(pages: Sequence[Page]) -> dict[int, dict[str, TranslationStatus]]:
    """Return for each page, by its primary key, what statuses() returns for it."""
    return {
        key: {language: relation.status for language, relation in relations.items()}
        for key, relations in relations_of(pages).items()
    }


def relations_of(pages: Sequence[Page]) -> dict[int, dict[str, Relation]]:
    """Return for each page, by its primary key, how its work stands in every other content language.

    Costs one query, and one more if the pages' languages are not read yet.
    """
    prefetch_related_objects(pages, "locale")
    works = recorded_versions({page.translation_key for page in pages})
    return {
        page.pk: {
            language: relation
            for language, relation in work_relations(works[page.translation_key]).items()
            if language != page.locale.language_code
        }
        for page in pages
    }


def all_statuses(page: Page) -> dict[str, TranslationStatus]:
    """Return the status of the work in every content language, the page's own included."""
    return work_statuses(recorded_versions({page.translation_key})[page.translation_key])


def recorded_versions(keys: Iterable[UUID]) -> Mapping[UUID, list[Version]]:
    works = defaultdict(list)
    for row in RECORDED.ask(keys=list(keys)):
        version = Version(*row)
        works[version.key].append(version)
    return works


RECORDED = Question(
    lambda keys: LanguageVersion.objects.filter(
        page__translation_key__in=keys, page__alias_of__isnull=True
    ).values_list(
        "page_id",
        "page__translation_key",
        "page__locale__language_code",
        "page__live",
        "page__expire_at",
        "fingerprint",
        "source_fingerprint",
        "completeness",
        "is_machine",
        "policy",
        "outdated_since",
    ),
    keys=UUIDField(),
)


def work_statuses(versions: Sequence[Version]) -> dict[str, TranslationStatus]:
    return {language: relation.status for language, relation in work_relations(versions).items()}


def work_relations(versions: Sequence[Version]) -> dict[str, Relation]:
    by_language = {version.language: version for version in versions}
    return {
        code: Relation(status_of(by_language.get(code), versions), by_language.get(code))
        for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES
    }


def status_of(version: Version | None, versions: Sequence[Version]) -> TranslationStatus:
    if version is None or not version.is_published:
        return TranslationStatus.NOT_TRANSLATED
    if is_original(version, versions):
        return TranslationStatus.ORIGINAL
    if version.policy == LanguageVersion.Policy.DIVERGES:
        return TranslationStatus.INTENTIONALLY_DIVERGENT
    if is_behind(version, versions):
        return TranslationStatus.OUTDATED
    if version.completeness < 100:
        return TranslationStatus.PARTIAL
    return TranslationStatus.MACHINE if version.is_machine else TranslationStatus.IN_SYNC


def is_original(version: Version, versions: Sequence[Version]) -> bool:
    return all(version.page_id <= other.page_id for other in versions)


def is_behind(version: Version, versions: Sequence[Version]) -> bool:
    """Whether no other version says any more what this one was made from.

    Made from any of the others: a third language may be translated from the second.
    """
    if is_original(version, versions):
        return False
    published = {other.fingerprint for other in versions if other.page_id != version.page_id} - {""}
    return bool(published) and version.source_fingerprint not in published
