"""Orders of lists, and cursors that hold a place in one: stable when rows come and go, empty values last."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OrderBy, Q, QuerySet
from django.utils.dateparse import parse_datetime

from cms.graphql.connections import LARGEST_KEY
from cms.graphql.errors import BadInput
from cms.graphql.http.unusable import is_unusable


@dataclass(frozen=True)
class Key:
    """A column to sort by, as a path from the model. Times are those whose name ends in `_at`."""

    column: str
    is_descending: bool = False
    has_empty: bool = False

    @property
    def order_by(self) -> OrderBy:
        column, nulls_last = F(self.column), True if self.has_empty else None
        return column.desc(nulls_last=nulls_last) if self.is_descending else column.asc(nulls_last=nulls_last)

    def behind(self, value: object) -> Q:
        """Return the condition of a value that comes after this one; none comes after an empty one."""
        if value is None:
            return Q(pk__in=())
        beyond = Q(**{f"{self.column}__{'lt' if self.is_descending else 'gt'}": value})
        return beyond | Q(**{f"{self.column}__isnull": True}) if self.has_empty else beyond

    def equal(self, value: object) -> Q:
        return Q(**{f"{self.column}__isnull": True} if value is None else {self.column: value})

    def read(self, value: object) -> object:
        """Return the value that a cursor holds. Raises ValueError for one that it cannot hold."""
        if value is None and self.has_empty:
            return None
        if not isinstance(value, str) or is_unusable(value):
            raise ValueError
        moment = parse_datetime(value) if self.column.endswith("_at") else value
        if moment is None or (isinstance(moment, datetime) and moment.tzinfo is None):
            raise ValueError
        return moment


@dataclass(frozen=True)
class Ordering:
    """Columns to sort by, one after the other, and at last the primary key."""

    keys: tuple[Key, ...]

    @property
    def order_by(self) -> list[OrderBy | str]:
        return [*(key.order_by for key in self.keys), "pk"]

    @property
    def name(self) -> str:
        return " ".join(f"{'-' if key.is_descending else ''}{key.column}" for key in self.keys)

    def placed(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows with their place in the order, where it is not a column of their own."""
        foreign = [key.column for key in self.keys if "__" in key.column]
        return rows.annotate(**{f"placed_{column}": F(column) for column in foreign})

    def cursor(self, row: Any) -> str:  # Any: a row of placed()
        """Return the cursor of a row: its place in this order, opaque."""
        values = [
            getattr(row, f"placed_{key.column}" if "__" in key.column else key.column) for key in self.keys
        ]
        told = [value.isoformat() if isinstance(value, datetime) else value for value in values]
        return base64.urlsafe_b64encode(json.dumps([self.name, told, row.pk]).encode()).decode()

    def behind(self, cursor: str) -> Q:
        """Return the condition of rows after a cursor. Raises BadInput for one of another list or order."""
        values, pk = self.read(cursor)
        condition, equal = Q(), Q()
        for key, value in zip(self.keys, values, strict=True):
            condition |= equal & key.behind(value)
            equal &= key.equal(value)
        return condition | (equal & Q(pk__gt=pk))

    def read(self, cursor: str) -> tuple[list[object], int]:
        """Return the values and the primary key that a cursor holds. Raises BadInput as behind() does."""
        try:
            name, told, pk = json.loads(base64.urlsafe_b64decode(cursor.encode()))
            values = [key.read(value) for key, value in zip(self.keys, told, strict=name == self.name)]
        except (ValueError, TypeError, UnicodeError, RecursionError):
            name, values, pk = "", [], None
        if type(pk) is not int or not 0 <= pk <= LARGEST_KEY or not isinstance(name, str):
            raise BadInput(
                "`after` is not a cursor of this list. Use `pageInfo.endCursor` of the page before."
            )
        if name != self.name:
            raise BadInput("`after` is a cursor of another order. Give the same `sort` as before.")
        return values, pk


def joined(orders: Sequence[Ordering], *, otherwise: Ordering) -> Ordering:
    """Return one order of several, the first counting most. Raises BadInput when one repeats a column."""
    keys = tuple(key for order in orders for key in order.keys)
    columns = [key.column for key in keys]
    if len(set(columns)) < len(columns):
        raise BadInput("`sort` names the same thing twice. Give each only once, ascending or descending.")
    return Ordering(keys) if keys else otherwise
