"""What a statement that is kept depends on: its tags, for whatever values it is asked with."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db.models import QuerySet

from cms.domain.tags import naming
from cms.domain.tags.asking import asked_by
from cms.domain.tags.ledger import current_ledger


class Dependence:
    """How to tag a queryset with marks where values will stand: asked by some of them, or by constants."""

    def __init__(self, queryset: QuerySet[Any], marks: Sequence[Any]) -> None:
        places = {(type(mark), mark): number for number, mark in enumerate(marks)}
        self.narrower: tuple[str, ...] = getattr(queryset, "narrower", ())
        self.kind = naming.kinds_of(queryset.model)[-1]
        self.asked = asked_by(queryset.model, queryset.query)
        self.numbers = [places.get((type(value), value)) for value in self.asked.values]

    def told(self, values: Sequence[Any]) -> AbstractContextManager[None]:
        """Note what the result depends on, and return the context in which it is read."""
        ledger = current_ledger()
        if ledger is None:
            return nullcontext()
        given = [
            constant if number is None else values[number]
            for number, constant in zip(self.numbers, self.asked.values, strict=True)
        ]
        return ledger.explaining({self.kind}, self.narrower or self.asked.tags(given))
