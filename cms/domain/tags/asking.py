"""What a query asks by, read from its conditions: keys, addresses, slugs and languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.db.models.expressions import Col
from django.db.models.lookups import Exact, In
from django.db.models.sql import Query
from django.db.models.sql.where import AND, WhereNode
from wagtail.models import Page

from cms.domain.tags import naming

MOST_VALUES = 256
"""More keys than these are a list."""

Tagging = Callable[[object], str]
PAGE_KEYS: dict[str, Tagging] = {
    "translation_key": naming.translations,
    "url_path": lambda value: naming.path(str(value)),
}
LANGUAGES = {"locale.language_code", "language"}


@dataclass(frozen=True)
class AskedBy:
    """Values by which rows are asked for, and how to tag each: found or not, unless it is of a list.

    A row that comes or goes has one of these values before or after: its change has the tag.
    """

    tagging: Tagging
    values: tuple[Any, ...]
    is_key: bool

    def tags(self, values: Iterable[object]) -> set[str]:
        """Return the tags when these are asked for instead."""
        return {self.tagging(value) for value in values}


def asked_by(model: type[Model], query: Query) -> AskedBy:
    """Return what rows are asked for by: a key if there is one, else the language, else nothing."""
    tagging, kind = keys_of(model), naming.kind_of(model)
    conditions = list(equalities(query))
    for name, values in conditions:
        if name in tagging and len(values) <= MOST_VALUES:
            return AskedBy(tagging[name], values, is_key=True)
    for name, values in conditions:
        if name in LANGUAGES:
            return AskedBy(lambda value: naming.listed(kind, str(value)), values, is_key=False)
    return AskedBy(lambda _: naming.listed(kind), ("",), is_key=False)


def keys_of(model: type[Model]) -> dict[str, Tagging]:
    """Return how to tag what is found by each field that hardly two rows have the same value in."""
    primary = {"pk": lambda value: naming.row(model, value)}
    if issubclass(model, Page):
        return primary | PAGE_KEYS
    kind = naming.kind_of(model)
    return primary | {
        name: (lambda value, name=name: naming.found_by(kind, name, value)) for name in own_keys(model)
    }


def own_keys(model: type[Model]) -> list[str]:
    """Return the names of the fields, beside the primary key, that content of a kind is asked for by."""
    return [field.name for field in model._meta.concrete_fields if field.name in naming.KEYS]


def equalities(query: Query) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the fields that must have one of some values, with these; "pk" is the primary key.

    A field of another table has its model's name before it, as in "locale.language_code".
    """
    model = query.model
    if model is None:
        return
    own = {model, *model._meta.get_parent_list()}
    for lookup in conjuncts(query.where):
        values = values_of(lookup)
        if values is None or not isinstance(lookup.lhs, Col):
            continue
        target = lookup.lhs.target
        if target.model not in own:
            yield f"{target.model._meta.model_name}.{target.name}", values
        elif lookup.lhs.alias in query.alias_map and is_own(query, lookup.lhs.alias):
            yield "pk" if target.primary_key else target.name, values


def is_own(query: Query, alias: str) -> bool:
    """Whether a table is the model's own or its parents', and not a relation to the same model."""
    table = query.alias_map[alias].table_name
    return alias == table


def conjuncts(where: WhereNode) -> Iterator[Any]:
    """Yield the lookups that every row of the result fulfils."""
    if where.connector != AND or where.negated:
        return
    for child in where.children:
        if isinstance(child, WhereNode):
            yield from conjuncts(child)
        else:
            yield child


def values_of(lookup: object) -> tuple[Any, ...] | None:
    """Return the values that a condition allows; None for other conditions, and for those of a subquery."""
    if isinstance(lookup, Exact) and not hasattr(lookup.rhs, "as_sql"):
        return (lookup.rhs,)
    if isinstance(lookup, In) and isinstance(lookup.rhs, list | tuple | set | frozenset):
        return tuple(lookup.rhs)
    return None
