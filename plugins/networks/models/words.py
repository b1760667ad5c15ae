"""Every word of every name by its trigrams: where a search looks for what a mistyped word may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Count

from plugins.networks.typos import is_similar, trigrams

CANDIDATES, MOST = 200, 5
LONGEST = 64


class NameTrigram(models.Model):
    """Three letters in a row of a word. Words stay when names go: they only lead to names that are there."""

    trigram = models.CharField(max_length=3)
    word = models.CharField(max_length=LONGEST)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["trigram", "word"], name="networks_trigram_of_word")]
        indexes = [models.Index(fields=["word"], name="networks_trigram_word")]

    def __str__(self) -> str:
        return f"{self.trigram}: {self.word}"


def learn_words(words: Iterable[str]) -> None:
    """Remember words that were not met before."""
    met = {word for word in words if len(word) <= LONGEST}
    known = NameTrigram.objects.filter(word__in=met).values_list("word", flat=True)
    rows = [
        NameTrigram(trigram=trigram, word=word)
        for word in sorted(met - set(known))
        for trigram in sorted(trigrams(word))
    ]
    NameTrigram.objects.bulk_create(rows, ignore_conflicts=True, batch_size=5000)


def similar_words(word: str) -> tuple[str, ...]:
    """Return the words that a mistyped one may have meant, the likeliest first."""
    shared = NameTrigram.objects.filter(trigram__in=trigrams(word)).values("word").annotate(n=Count("pk"))
    likely = shared.filter(n__gte=2).order_by("-n", "word").values_list("n", "word")[:CANDIDATES]
    alike = [(-n, other) for n, other in likely if is_similar(word, other)]
    return tuple(other for _n, other in sorted(alike)[:MOST])
