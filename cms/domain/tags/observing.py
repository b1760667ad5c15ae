"""Querysets that tell the ledger of the operation what they were asked by when they are read."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, TypeVar, cast

from django.db.models import Model, QuerySet

from cms.domain.tags import naming
from cms.domain.tags.asking import asked_by
from cms.domain.tags.ledger import current_ledger

AnyQuerySet = TypeVar("AnyQuerySet", bound=QuerySet[Any])


def observed(queryset: AnyQuerySet, *, tags: Iterable[str] = ()) -> AnyQuerySet:
    """Return the queryset, telling the operation what it depends on when it is read.

    With tags, its results depend on these and on the rows read. Without, what it is filtered by decides:
    primary keys, an address, a translation key, a slug; if by none of them, it is a list of its kind.
    """
    watched: Any = queryset._chain()  # type: ignore[attr-defined]  # what every queryset method begins with
    if not isinstance(watched, Observed):
        watched.__class__ = observed_class(watched.__class__)
    watched.narrower = tuple(tags) or watched.narrower
    return cast(AnyQuerySet, watched)


@cache
def observed_class(base: type) -> type:
    return type(f"Observed{base.__name__}", (Observed, base), {})


class Observed:
    """What is mixed into a queryset's class. The clones of a queryset are observed as well."""

    narrower: tuple[str, ...] = ()

    def _clone(self) -> Any:
        clone = super()._clone()  # type: ignore[misc]  # a queryset's
        clone.narrower = self.narrower
        return clone

    def _fetch_all(self: Any) -> None:
        if self._result_cache is not None or not (ledger := current_ledger()):
            return super()._fetch_all()  # type: ignore[misc,no-any-return]
        with self.telling():
            super()._fetch_all()  # type: ignore[misc]
        if self.narrower or asked_by(self.model, self.query).is_key:
            rows: list[Any] = self._result_cache or []  # Any: rows, or values of them
            ledger.add(naming.row(self.model, row.pk) for row in rows if isinstance(row, Model))
        return None

    def _prefetch_related_objects(self) -> None:
        ledger = current_ledger()
        with ledger.forgetting() if ledger else nullcontext():
            super()._prefetch_related_objects()  # type: ignore[misc]

    def count(self) -> Any:
        with self.telling():
            return super().count()  # type: ignore[misc]

    def exists(self) -> Any:
        with self.telling():
            return super().exists()  # type: ignore[misc]

    def aggregate(self, *args: Any, **kwargs: Any) -> Any:
        with self.telling():
            return super().aggregate(*args, **kwargs)  # type: ignore[misc]

    def telling(self: Any) -> AbstractContextManager[None]:
        """Note what the result depends on, and return the context in which it is read."""
        ledger = current_ledger()
        if ledger is None:
            return nullcontext()
        asked = asked_by(self.model, self.query)
        tags = self.narrower or asked.tags(asked.values)
        return ledger.explaining({naming.kinds_of(self.model)[-1]}, tags)
