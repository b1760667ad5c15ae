"""What many pages assert, and where another public version asserts something else."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Page

from cms.domain.claims import Assertions, assertions_of
from cms.domain.tags import naming
from cms.domain.tags.ledger import depending_on
from cms.graphql.context import Context
from cms.graphql.loading.versions import public_versions


def assertions(pages: Sequence[Page], context: Context) -> list[Assertions]:
    """Return the claims of each page, compared with its other public versions, for three queries in all."""
    versions = public_versions(pages, context)
    others = [
        [other for other in works if other.pk != page.pk] for page, works in zip(pages, versions, strict=True)
    ]
    works = {naming.translations(page.translation_key) for page in pages}
    with depending_on(works, of={"claim", "claimdecision", naming.PAGE}):
        return assertions_of(list(zip(pages, others, strict=True)))
