"""Inputs that say what a value has to fulfil: the operators of every `where`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import graphene
from django.db.models import Q

from cms.graphql.errors import BadInput

MOST_VALUES = 100


class IdWhere(graphene.InputObjectType):
    """What an id has to be; all that is said here."""

    eq = graphene.ID(description="This one.")
    in_ = graphene.List(
        graphene.NonNull(graphene.ID), name="in", description=f"One of these, at most {MOST_VALUES}."
    )


class TextWhere(graphene.InputObjectType):
    """What a text has to be, letter by letter; all that is said here."""

    eq = graphene.String(description="This one.")
    in_ = graphene.List(
        graphene.NonNull(graphene.String), name="in", description=f"One of these, at most {MOST_VALUES}."
    )


class TimeWhere(graphene.InputObjectType):
    """When something has to have happened; all that is said here. Without a time it never does."""

    from_ = graphene.DateTime(name="from", description="Then or later.")
    to = graphene.DateTime(description="Then or earlier.")


def values_of(where: Mapping[str, Any], name: str) -> list[Any] | None:
    """Return which values fulfil an `eq` and an `in`; None for any. Raises BadInput for too many."""
    several = where.get("in_")
    if several is not None and len(several) > MOST_VALUES:
        raise BadInput(f"`in` of `{name}` has {len(several)} values; at most {MOST_VALUES} are taken.")
    single = where.get("eq")
    if single is None:
        return several
    return [single] if several is None or single in several else []


def one_of(column: str, values: list[Any] | None) -> Q:
    return Q() if values is None else Q(**{f"{column}__in": values})


def between(column: str, where: Mapping[str, Any], name: str) -> Q:
    """Return the condition of a time. Raises BadInput for bounds in the wrong order or without a zone."""
    first, last = where.get("from_"), where.get("to")
    for moment in (first, last):
        if moment is not None and moment.tzinfo is None:
            raise BadInput(f"A time of `{name}` has no time zone. End it in Z or an offset like +03:00.")
    if first and last and first > last:
        raise BadInput(f"`from` of `{name}` is later than `to`. Put the earlier time in `from`.")
    condition = Q(**{f"{column}__gte": first}) if first else Q()
    return condition & Q(**{f"{column}__lte": last}) if last else condition
