"""What a reader's search looks things up in. Derived from published content, never edited."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _


class CodePointField(models.CharField):
    """A text that every database compares by code points: order and beginnings are the same on all."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:  # Any: Django's signature
        parameters: dict[str, Any] = super().db_parameters(connection)
        return {**parameters, "collation": "C"} if connection.vendor == "postgresql" else parameters


class SearchEntry(models.Model):
    """One thing that can be found, in one language: a page, or an object of a plugin.

    `title` and `text` are what a result shows, `title_words` and `words` the same as folded words with
    a space around each. Whether a reader may see it is not kept here: it is asked when it is looked up.
    """

    content_type = models.ForeignKey("contenttypes.ContentType", on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=12)
    title = models.TextField()
    text = models.TextField()
    title_words = models.TextField()
    words = models.TextField()
    sort_key = CodePointField(max_length=255)
    indexed_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"], name="one_search_entry_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class SearchTerm(models.Model):
    """A term of an entry, and how much the entry is about it."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="terms")
    language = models.CharField(max_length=12)
    term = CodePointField(max_length=64)
    weight = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        default_permissions = ()
        indexes = [models.Index(fields=["language", "term", "entry", "weight"], name="search_terms")]

    def __str__(self) -> str:
        return self.term
