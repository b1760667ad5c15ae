"""The rows of articles, as Wagtail and the search would have written them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F, Model
from django.db.models.sql import InsertQuery
from wagtail.models import Page

from cms.demo.bodies import with_ids
from cms.models import LanguageVersion, SearchEntry, SearchTerm
from cms.search.indexing import line_in, weights
from cms.testing.benchmarks.delivery.manuscripts import Manuscript
from cms.testing.benchmarks.magazine.models import Article, RelatedArticle
from cms.text import sort_key

PUBLISHED_AT = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Printer:
    """Writes articles below sections. Primary keys follow `first_key`: nothing is asked back."""

    def __init__(
        self, *, categories: list[int], authors: list[int], images: list[int], first_key: int
    ) -> None:
        self.categories = categories
        self.authors = authors
        self.images = images
        self.first_key = first_key
        self.content_type = ContentType.objects.get_for_model(Article)
        self.children: dict[int, int] = {}

    def write(self, batch: Sequence[Manuscript], sections: Sequence[Page]) -> None:
        """Write the articles of one batch below the section of their language."""
        parents = {section.locale.language_code: section for section in sections}
        articles = [self.article(each, parents[each.language]) for each in batch]
        insert(Page, articles)
        insert(Article, articles)
        LanguageVersion.objects.bulk_create(recorded(article) for article in articles)
        for section in sections:
            added = sum(1 for each in batch if parents[each.language] is section)
            Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + added)
        self.index(articles)

    def article(self, each: Manuscript, parent: Page) -> Article:
        key = self.key(each.number, each.language)
        place = self.children[parent.pk] = self.children.get(parent.pk, 0) + 1
        translation_key = uuid5(NAMESPACE_URL, str(each.number))
        return Article(
            id=key,
            page_ptr_id=key,
            path=Page._get_path(parent.path, parent.depth + 1, place),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}{each.slug}/",
            content_type=self.content_type,
            locale=parent.locale,
            translation_key=translation_key,
            title=each.title,
            draft_title=each.title,
            slug=each.slug,
            intro=each.intro,
            body=json.dumps(with_ids([self.with_image(block) for block in each.body], translation_key)),
            date=each.date,
            category_id=self.categories[each.category],
            author_id=self.authors[each.author],
            first_published_at=PUBLISHED_AT,
            last_published_at=PUBLISHED_AT,
        )

    def with_image(self, block: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
        if block["type"] != "image":
            return block
        chosen = {"image": self.images[block["value"]["image"]], "alt_text": "Göl", "decorative": False}
        return {**block, "value": {**block["value"], "image": chosen}}

    def key(self, number: int, language: str) -> int:
        return self.first_key + 2 * number + (language == "en")

    def index(self, articles: Sequence[Article]) -> None:
        """Let the articles be found by their titles and introductions."""
        entries = SearchEntry.objects.bulk_create(entry(article, self.content_type) for article in articles)
        SearchTerm.objects.bulk_create(
            (
                SearchTerm(entry=entry, language=entry.language, term=term, weight=weight)
                for entry in entries
                for term, weight in weights([entry.title, entry.text], language=entry.language).items()
            ),
            batch_size=5_000,
        )

    def relate(self, written: Iterable[Manuscript]) -> None:
        RelatedArticle.objects.bulk_create(
            (
                RelatedArticle(
                    article_id=self.key(each.number, each.language),
                    to_id=self.key(other, each.language),
                    sort_order=place,
                )
                for each in written
                for place, other in enumerate(each.related)
            ),
            batch_size=5_000,
        )


def insert(model: type[Model], instances: list[Article]) -> None:
    """Insert the rows of one table of models that inherit tables, which Django's bulk_create refuses."""
    query = InsertQuery(model)
    size = connection.ops.bulk_batch_size(model._meta.local_concrete_fields, instances)
    for start in range(0, len(instances), size):
        query.insert_values(model._meta.local_concrete_fields, [*instances[start : start + size]])
        query.get_compiler(connection=connection).execute_sql()


def recorded(article: Article) -> LanguageVersion:
    """Return what is known of a version that says what its original says."""
    return LanguageVersion(
        page_id=article.pk,
        sort_key=sort_key(article.title, language=article.locale.language_code),
        fingerprint="same",
        source_fingerprint="" if article.locale.language_code == "tr" else "same",
    )


def entry(article: Article, content_type: ContentType) -> SearchEntry:
    language = article.locale.language_code
    return SearchEntry(
        content_type=content_type,
        object_id=article.pk,
        page_id=article.pk,
        language=language,
        title=article.title,
        text=article.intro,
        title_words=line_in(article.title, language),
        words=line_in(article.intro, language),
        sort_key=sort_key(article.title, language=language),
    )
