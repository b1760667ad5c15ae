"""The public versions of many works, and how each relates to its original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import UUIDField
from wagtail.models import Page

from cms.domain.tags import naming
from cms.domain.tags.ledger import depending_on
from cms.domain.visibility import VisibleQuestion
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.translation.states import Relation, relations_of

Relations = dict[str, Relation]


def public_versions(pages: Sequence[Page], context: Context) -> list[list[Page]]:
    """Return every public language version of each page, itself included, at the cost of one query."""

    def load(keys: list[UUID]) -> dict[UUID, list[Page]]:
        versions: dict[UUID, list[Page]] = defaultdict(list)
        for page in OF_WORKS.ask(context.audience, keys=keys):
            versions[page.translation_key].append(page)
        return versions

    known = remembered(context, "versions", (page.translation_key for page in pages), load)
    return [known[page.translation_key] or [] for page in pages]


OF_WORKS = VisibleQuestion(
    lambda audience, keys: audience.reachable(Page.objects.filter(translation_key__in=keys)), keys=UUIDField()
)


def relations(pages: Sequence[Page], context: Context) -> list[Relations]:
    """Return how each page's work stands in every other language, at the cost of one query."""
    given = {page.pk: page for page in pages}

    def load(keys: list[int]) -> dict[int, Relations]:
        works = {naming.translations(given[key].translation_key) for key in keys}
        with depending_on(works, of={"languageversion", naming.PAGE}):
            return relations_of([given[key] for key in keys])

    known = remembered(context, "relations", given, load)
    return [known[page.pk] or {} for page in pages]
