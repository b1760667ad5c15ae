"""Reads everything that can be found again, a batch at a time, so that memory does not grow with the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import Page

from cms.models import SearchEntry
from cms.plugin_host.composition import PluginSet
from cms.search.indexing import forget, index
from cms.search.sources import kinds_of

BATCH = 100


@dataclass
class Rebuild:
    """One run. What it did is known when `run` is used up."""

    started_at: datetime = field(default_factory=timezone.now)
    indexed: int = 0
    failed: int = 0
    forgotten: int = 0

    def total(self) -> int:
        """Return how many objects there are to read."""
        return sum(queryset.count() for queryset in everything())

    def run(self) -> Iterator[int]:
        """Index everything, yielding how many objects each batch had; forget what was not there any more."""
        for queryset in everything():
            for batch in batches(queryset):
                with transaction.atomic():
                    results = [index(instance) for instance in batch]
                self.indexed += sum(results)
                self.failed += results.count(False)
                yield len(batch)
        outdated = SearchEntry.objects.filter(indexed_at__lt=self.started_at)
        self.forgotten = outdated.count()
        forget(outdated)


def everything() -> Iterator[QuerySet[Model]]:
    """Yield what can be found: the published pages of each type, and all objects of each plugin."""
    for kind in kinds_of(PluginSet.installed()).values():
        objects = kind.model._default_manager.all()
        is_page = issubclass(kind.model, Page)
        yield objects.filter(live=True, alias_of=None) if is_page else objects


def batches(queryset: QuerySet[Model]) -> Iterator[list[Model]]:
    """Yield the rows by primary key, BATCH at a time."""
    last = 0
    while batch := list(queryset.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk
