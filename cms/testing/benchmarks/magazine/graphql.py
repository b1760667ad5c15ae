"""The plugin's part of the schema."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import graphene
from django.db.models import BigAutoField
from graphql import GraphQLResolveInfo

from cms.api import (
    PAGING,
    BodyFields,
    Connection,
    KeysetList,
    KeysetPage,
    LocaleCode,
    PageType,
    Question,
    VisibleQuestion,
    batch,
    context_of,
)

from . import models


class MagazineCategory(graphene.ObjectType):
    """What an article is about."""

    name = graphene.String(required=True, description="Its name.")


class MagazineAuthor(graphene.ObjectType):
    """Who wrote an article."""

    name = graphene.String(required=True, description="Their name.")


class MagazineArticle(BodyFields, PageType):
    """An article."""

    date = graphene.Date(required=True, description="Its day.")
    category = graphene.Field(MagazineCategory, required=True, description="What it is about.")
    author = graphene.Field(MagazineAuthor, required=True, description="Who wrote it.")
    related = graphene.List(
        graphene.NonNull(lambda: MagazineArticle), required=True, description="Where to read on."
    )

    class Meta:
        model = models.Article

    @batch
    def resolve_related(articles: list[Any], info: GraphQLResolveInfo) -> list[Any]:
        keys = [article.pk for article in articles]
        links = LINKS.ask(keys=keys)
        found = AMONG.ask(context_of(info).audience, keys=[to for _, to in links])
        public = {article.pk: article for article in found}
        related = defaultdict(list)
        for key, to in links:
            if to in public:
                related[key].append(public[to])
        return [related[key] for key in keys]


LINKS = Question(
    lambda keys: models.RelatedArticle.objects.filter(article__in=keys).values_list("article_id", "to_id"),
    keys=BigAutoField(),
)
AMONG = VisibleQuestion(
    lambda audience, keys: audience.pages(models.Article.objects.filter(pk__in=keys)), keys=BigAutoField()
)


class MagazineArticleConnection(Connection):
    """Articles in the editors' order."""

    class Meta:
        node = MagazineArticle


class Query(graphene.ObjectType):
    magazine_articles = graphene.Field(
        MagazineArticleConnection,
        description="All articles of a language, in the editors' order.",
        locale=LocaleCode(required=True, description="The language."),
        **PAGING,
    )

    def resolve_magazine_articles(
        root: None, info: GraphQLResolveInfo, locale: str, first: int, after: str | None = None
    ) -> KeysetPage:
        return ARTICLES.page(context_of(info).audience, str(locale), first=first, after=after)


ARTICLES = KeysetList(
    lambda audience, language: audience.pages(models.Article.objects.filter(locale__language_code=language)),
    key="path",
)
