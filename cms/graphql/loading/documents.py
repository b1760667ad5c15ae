"""Documents with their editions, for many lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cms.domain.documents import Work, editions_of, head_of, work_of
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.models import ContentDocument

Listed = tuple[Iterable[ContentDocument], str]
"""Documents, and the language of those who read the list."""


def works_of(lists: Sequence[Listed], context: Context) -> list[list[Work]]:
    """Return the public documents of each list with their editions, in order, at the cost of one query."""
    wanted = [(list(documents), language) for documents, language in lists]

    def load(heads: list[int]) -> dict[int, tuple[ContentDocument, ...]]:
        return editions_of(heads, audience=context.audience)

    heads = (head_of(document) for documents, _ in wanted for document in documents)
    editions = remembered(context, "editions", heads, load)
    return [
        [
            work
            for document in documents
            if (work := work_of(document, editions[head_of(document)] or (), language))
        ]
        for documents, language in wanted
    ]
