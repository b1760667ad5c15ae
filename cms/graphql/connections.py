"""Lists in pages: Relay connections whose cursors stay true when rows are inserted."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import graphene
from django.db.models import Model, Q, QuerySet
from graphene import relay
from graphql import GraphQLResolveInfo

from cms.domain.tags.observing import observed
from cms.graphql.errors import BadInput
from cms.graphql.http.unusable import is_unusable

DEFAULT_SIZE, LARGEST_SIZE = 10, 100
LARGEST_KEY = 2**63 - 1

PAGING = {
    "first": graphene.Int(
        default_value=DEFAULT_SIZE,
        description=f"How many, at most {LARGEST_SIZE}; {DEFAULT_SIZE} if left out.",
    ),
    "after": graphene.String(description="Continue behind this cursor."),
}
"""Arguments of a field that returns a connection."""


class Connection(relay.Connection):
    """Base of every list. `nodes` is the short way past `edges`."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(cls, node: Any = None, **options: Any) -> None:  # Any: graphene's types
        cls.nodes = graphene.List(
            graphene.NonNull(node), required=True, description="The entries, without edges."
        )
        cls.total_count = graphene.Int(required=True, description="How many there are on all pages.")
        cls.Edge = described_edge(node)
        super().__init_subclass_with_meta__(node=node, strict_types=True, **options)

    def resolve_nodes(root: KeysetPage, info: GraphQLResolveInfo) -> list[Model]:
        return root.rows

    def resolve_total_count(root: KeysetPage, info: GraphQLResolveInfo) -> int:
        return root.total

    def resolve_edges(root: KeysetPage, info: GraphQLResolveInfo) -> list[dict[str, Any]]:
        return [{"node": row, "cursor": root.cursor(row)} for row in root.rows]

    def resolve_page_info(root: KeysetPage, info: GraphQLResolveInfo) -> relay.PageInfo:
        ends = (root.cursor(root.rows[0]), root.cursor(root.rows[-1])) if root.rows else (None, None)
        return relay.PageInfo(
            start_cursor=ends[0],
            end_cursor=ends[1],
            has_next_page=root.has_more,
            has_previous_page=bool(root.after),
        )


def described_edge(node: Any) -> type:  # Any: graphene's types
    """Return the fields of an edge; Graphene's own descriptions are not sentences."""
    fields = {
        "node": graphene.Field(graphene.NonNull(node), description="The entry."),
        "cursor": graphene.String(required=True, description="Continue behind this entry with `after`."),
    }
    return type("Edge", (), fields)


@dataclass
class KeysetPage:
    """One page of a queryset, ordered by a column and the primary key."""

    queryset: QuerySet[Any]
    key: str
    first: int
    after: str | None
    is_descending: bool = field(default=False, kw_only=True)

    @cached_property
    def window(self) -> list[Any]:
        queryset = observed(self.queryset)
        rest = queryset.filter(self._behind_cursor()) if self.after else queryset
        sign = "-" if self.is_descending else ""
        return list(rest.order_by(f"{sign}{self.key}", f"{sign}pk")[: self.first + 1])

    @property
    def rows(self) -> list[Any]:
        return self.window[: self.first]

    @property
    def has_more(self) -> bool:
        return len(self.window) > self.first

    @cached_property
    def total(self) -> int:
        return observed(self.queryset).count()

    def cursor(self, row: Model) -> str:
        value: Any = row
        for name in self.key.split("__"):
            value = getattr(value, name)
        return cursor_at(value, row.pk)

    def _behind_cursor(self) -> Q:
        return behind(self.after or "", key=self.key, is_descending=self.is_descending)


def keyset_page(queryset: QuerySet[Any], *, key: str, first: int | None, after: str | None) -> KeysetPage:
    """Return a page of the queryset in the order of a text column; what a connection field resolves to.

    Raises BadInput for a size outside 1…100 or a cursor that this API never gave.
    """
    size = check_size(first)
    if after:
        read_cursor(after)
    return KeysetPage(queryset, key, size, after)


def check_size(first: int | None) -> int:
    """Return the size of a page. Raises BadInput outside 1…100.

    None is what a client sends that leaves a variable empty: the default size.
    """
    if first is None:
        return DEFAULT_SIZE
    if not 1 <= first <= LARGEST_SIZE:
        raise BadInput(f"`first` must be between 1 and {LARGEST_SIZE}; it is {first}.")
    return first


def behind(cursor: str, *, key: str, is_descending: bool = False) -> Q:
    """Return the condition of rows that come after a cursor, ordered by a column and the primary key."""
    return behind_row(*read_cursor(cursor), key=key, is_descending=is_descending)


def behind_row(value: str, pk: int, *, key: str, is_descending: bool = False) -> Q:
    """Return the same for a row of which the column's value and the primary key are known."""
    beyond = "lt" if is_descending else "gt"
    # Said twice: without the first condition, databases would read every row before this one to leave it out.
    return Q(**{f"{key}__{beyond}e": value}) & (
        Q(**{f"{key}__{beyond}": value}) | Q(**{key: value, f"pk__{beyond}": pk})
    )


def cursor_at(value: object, pk: object) -> str:
    """Return the cursor of a row: its place in the order, opaque."""
    return base64.urlsafe_b64encode(json.dumps([value, pk]).encode()).decode()


def read_cursor(cursor: str) -> tuple[str, int]:
    try:
        value, pk = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, binascii.Error, UnicodeError):
        value = pk = None
    # A cursor can be made up, of what no database takes.
    if not isinstance(value, str) or is_unusable(value) or type(pk) is not int or not 0 <= pk <= LARGEST_KEY:
        raise BadInput("`after` is not a cursor of this list. Use `pageInfo.endCursor` of the page before.")
    return value, pk
