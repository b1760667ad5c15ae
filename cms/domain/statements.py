"""Questions to the database whose SQL is written once: writing it costs Django more than asking.

A question is an ordinary queryset, built with marks where values will stand. What Django makes of it is kept
for each shape (how many keys, which conditions), and asked with other values.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Field, QuerySet
from django.db.models.query import ModelIterable, get_related_populators

from cms.domain.tags.dependence import Dependence

MOST_SHAPES = 256
Given = Mapping[str, Any]  # Any: one value, or a list of them where the question asks for several


class Question:
    """A queryset with marks. `build` gets a value, or a list, for each of the fields, and any further shape.

    What it returns must depend on nothing else.
    """

    def __init__(
        self,
        build: Callable[..., QuerySet[Any]],
        *,
        may_ignore: frozenset[str] = frozenset(),
        **fields: Field[Any, Any],
    ) -> None:
        self.build = build
        self.may_ignore = may_ignore
        self.fields = fields
        self._statement = lru_cache(maxsize=MOST_SHAPES)(self._written)

    def ask(self, *shape: Hashable, **values: Any) -> list[Any]:
        """Return what the queryset would hold with these values: instances, or tuples of `values_list`."""
        given = {name: padded(value) if isinstance(value, list) else value for name, value in values.items()}
        sizes = tuple((name, len(v) if isinstance(v, list) else None) for name, v in given.items())
        return self._statement(connection.vendor, sizes, *shape).rows(given, self.fields)

    def _written(self, vendor: str, sizes: tuple[tuple[str, int | None], ...], *shape: Hashable) -> Statement:
        marks = {name: marks_of(self.fields[name], size, place) for place, (name, size) in enumerate(sizes)}
        statement = Statement(self.build(*shape, **marks), prepared(marks, self.fields), flat(marks))
        ignored = {name: mark for name, mark in marks.items() if name in self.may_ignore}
        if statement.sql and len(statement.used) < len(prepared(marks, self.fields)) - len(ignored):
            raise LookupError(f"Marks did not come out as they went in: {statement.sql}")
        return statement


class Statement:
    """What Django made of a queryset: SQL, its parameters, and how rows become what was asked for."""

    def __init__(self, queryset: QuerySet[Any], marks: list[Any], unprepared: list[Any]) -> None:
        self.dependence = Dependence(queryset, unprepared)
        compiler = queryset.query.get_compiler(connection.alias)
        self.makes_instances = issubclass(queryset._iterable_class, ModelIterable)
        try:
            self.sql, parameters = compiler.as_sql()
        except EmptyResultSet:  # its conditions hold nowhere
            self.sql = ""
            return
        # Where a mark came out, the value with its number goes in; everything else is the same each time.
        places = {(type(mark), mark): number for number, mark in enumerate(marks)}
        self.numbers = [places.get((type(value), value)) for value in parameters]
        self.parameters = parameters
        self.used = {number for number in self.numbers if number is not None}
        self.converters = compiler.get_converters(column for column, _, _ in compiler.select)
        if self.makes_instances:
            info = compiler.klass_info
            columns = compiler.select[info["select_fields"][0] : info["select_fields"][-1] + 1]
            self.model = info["model"]
            self.attributes = [column.target.attname for column, _, _ in columns]
            self.related = get_related_populators(info, compiler.select, connection.alias)  # type: ignore[call-arg]  # stubs are of a later Django
            self.shared = [
                None if each["reverse"] or each["from_parent"] or each["field"].unique else each["field"]
                for each in info.get("related_klass_infos", ())
            ]

    def rows(self, given: Given, fields: Mapping[str, Field[Any, Any]]) -> list[Any]:
        if not self.sql:
            return []
        values = prepared(given, fields)
        parameters = [
            constant if number is None else values[number]
            for number, constant in zip(self.numbers, self.parameters, strict=True)
        ]
        with self.dependence.told(flat(given)), connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            found: list[Any] = list(cursor.fetchall())
        if self.converters:
            found = [self.converted(row) for row in found]
        if not self.makes_instances:
            return found
        known: dict[tuple[int, Any], Any] = {}
        return [self.instance(row, known) for row in found]

    def converted(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        return tuple(values)

    def instance(self, row: Sequence[Any], known: dict[tuple[int, Any], Any]) -> Any:
        """Return the row as an instance. What several rows lead to, such as a language, is made once."""
        made = self.model.from_db(connection.alias, self.attributes, row[: len(self.attributes)])
        for place, populator in enumerate(self.related):
            field = self.shared[place]
            if field is None:
                populator.populate(row, made)
                continue
            key = (place, getattr(made, field.attname))
            if key not in known:
                populator.populate(row, made)
                known[key] = field.get_cached_value(made)
            else:
                populator.local_setter(made, known[key])
        return made


def padded(keys: Iterable[Any]) -> list[Any]:
    """Return the keys, the last repeated until there are 1, 2, 4, 8 …: so that shapes stay few."""
    listed = list(keys)
    return listed + listed[-1:] * ((1 << (len(listed) - 1).bit_length()) - len(listed)) if listed else []


def marks_of(field: Field[Any, Any], size: int | None, place: int) -> Any:
    """Return a value that no row has, or a list of them, all different."""
    base = 1_000 * (place + 1)
    return mark(field, base) if size is None else [mark(field, base + number) for number in range(size)]


def mark(field: Field[Any, Any], number: int) -> Any:
    """Return a value of the field's type that is not among the parameters otherwise."""
    kind = field.get_internal_type()
    if kind == "DateTimeField":
        return datetime(1, 1, 2, tzinfo=UTC) + timedelta(seconds=number)
    if kind == "UUIDField":
        return UUID(int=number)
    return f"mark {number}" if kind in {"CharField", "TextField", "SlugField"} else -number


def flat(given: Given) -> list[Any]:
    """Return all values in order."""
    return [
        value for values in given.values() for value in (values if isinstance(values, list) else [values])
    ]


def prepared(given: Given, fields: Mapping[str, Field[Any, Any]]) -> list[Any]:
    """Return all values in order, as the database takes them."""
    return [
        fields[name].get_db_prep_value(value, connection)
        for name, values in given.items()
        for value in (values if isinstance(values, list) else [values])
    ]
