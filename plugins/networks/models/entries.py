"""What lists are sorted, searched and narrowed by, for each body and language. Derived, never edited."""

from __future__ import annotations

from django.db import models


class OrganisationEntry(models.Model):
    """A body's place in the alphabet of one language, all its names as a search compares them, its facets."""

    organisation = models.ForeignKey(
        "networks.Organisation", on_delete=models.CASCADE, related_name="entries"
    )
    language = models.CharField(max_length=12)
    sort_key = models.CharField(max_length=255)
    searched = models.TextField()
    acronyms = models.TextField()
    facets = models.TextField(default=" ")
    founded_key = models.CharField(max_length=10, default="9999")  # a day; without one, behind all
    recent_key = models.CharField(max_length=12, default="999999999999")  # the latest publication first

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "language"], name="networks_one_entry_a_language")
        ]
        indexes = [models.Index(fields=["language", "sort_key", "id"], name="networks_alphabet")]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.language})"

    def facet(self, key: str) -> str | None:
        """Return the only value of a facet; None where there is none."""
        values = (
            token.removeprefix(f"{key}=") for token in self.facets.split() if token.startswith(f"{key}=")
        )
        return next(values, None)
