"""Formatted texts, with where the links in all of them lead."""

from __future__ import annotations

from collections.abc import Sequence

from cms.domain.rich_text import RichText, StoredText
from cms.graphql.context import Context
from cms.graphql.loading.links import linked_documents, linked_pages


def rich_texts(stored: Sequence[tuple[str, str]], context: Context) -> list[RichText]:
    """Return each (source, language) with its links resolved, at the cost of three queries."""
    texts = [StoredText(source, language) for source, language in stored]
    pages = linked_pages((aim for text in texts for aim in text.linked_pages), context)
    documents = linked_documents((key for text in texts for key in text.linked_documents), context)
    return [RichText(text, pages, documents) for text in texts]
