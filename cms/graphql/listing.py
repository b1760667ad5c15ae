"""Lists in pages whose SQL is written once: what `keyset_page` does, for a list that is declared."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any

from django.db.models import BigAutoField, CharField, QuerySet

from cms.domain.visibility import Audience, VisibleQuestion
from cms.graphql.connections import KeysetPage, behind_row, check_size, read_cursor


class KeysetList:
    """A list that is asked for again and again.

    `build` gets the audience and what the list depends on, such as a language, and returns the whole list as
    a queryset. `key` is the text column that orders it, with the primary key.
    """

    def __init__(self, build: Callable[..., QuerySet[Any]], *, key: str) -> None:
        self.build = build
        self.key = key
        self._from_start = VisibleQuestion(self._window)
        self._behind = VisibleQuestion(self._window_behind, value=CharField(), pk=BigAutoField())

    def page(self, audience: Audience, *shape: Hashable, first: int | None, after: str | None) -> KeysetPage:
        """Return a page of the list, for a connection field. Raises BadInput as keyset_page does."""
        size = check_size(first)
        if after:
            read_cursor(after)
        return ListedPage(self, audience, shape, size, after)

    def window(
        self, audience: Audience, shape: tuple[Hashable, ...], *, size: int, after: str | None
    ) -> list[Any]:
        """Return so many rows from the start, or from behind a cursor."""
        if not after:
            return self._from_start.ask(audience, size, *shape)
        value, pk = read_cursor(after)
        return self._behind.ask(audience, size, *shape, value=value, pk=pk)

    def _window(self, audience: Audience, size: int, *shape: Hashable) -> QuerySet[Any]:
        return self.build(audience, *shape).order_by(self.key, "pk")[:size]

    def _window_behind(
        self, audience: Audience, size: int, *shape: Hashable, value: str, pk: int
    ) -> QuerySet[Any]:
        rest = self.build(audience, *shape).filter(behind_row(value, pk, key=self.key))
        return rest.order_by(self.key, "pk")[:size]


class ListedPage(KeysetPage):
    """One page of such a list."""

    def __init__(
        self,
        listed: KeysetList,
        audience: Audience,
        shape: tuple[Hashable, ...],
        first: int,
        after: str | None,
    ) -> None:
        self.listed, self.audience, self.shape = listed, audience, shape
        self.key, self.first, self.after = listed.key, first, after

    @cached_property
    def queryset(self) -> QuerySet[Any]:  # type: ignore[override]  # made only for what the list does not ask
        return self.listed.build(self.audience, *self.shape)

    @cached_property
    def window(self) -> list[Any]:
        return self.listed.window(self.audience, self.shape, size=self.first + 1, after=self.after)
