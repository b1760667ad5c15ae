"""What a magazine consists of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from cms.api import BodyPage


class Category(models.Model):
    """What an article is about."""

    name: models.CharField[str, str] = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class Author(models.Model):
    """Who wrote an article."""

    name: models.CharField[str, str] = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class ArticleManager(PageManager.from_queryset(PageQuerySet)):  # type: ignore[misc]  # made by Django
    """Reads an article's category and author along with it."""

    def get_queryset(self) -> PageQuerySet:
        return super().get_queryset().select_related("category", "author")


class Article(BodyPage):
    """An article in one language."""

    date = models.DateField()
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="+")
    related: models.ManyToManyField[Article, RelatedArticle] = models.ManyToManyField(
        "self", through="RelatedArticle", symmetrical=False, related_name="+"
    )
    objects = ArticleManager()


class RelatedArticle(models.Model):
    """That one article leads to another, in an order."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["article", "sort_order"]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.to_id}"
