"""Bases of the types that serve models: ordinary graphene-django types with opaque ids."""

from __future__ import annotations

from typing import Any

from graphene_django import DjangoObjectType
from graphql import GraphQLResolveInfo
from graphql_relay import from_global_id, to_global_id

from cms.graphql.errors import BadInput


class ModelType(DjangoObjectType):
    """A type that serves one model. Fields are listed by name, never all of them."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(cls, fields: tuple[str, ...] = (), **options: Any) -> None:
        super().__init_subclass_with_meta__(fields=fields, **options)

    def resolve_id(root: Any, info: GraphQLResolveInfo) -> str:
        return global_id(root)


def global_id(instance: Any) -> str:  # Any: a model instance
    """Return the opaque id of a model instance, unique in the whole API."""
    return to_global_id(instance._meta.label_lower, instance.pk)


def read_id(value: str) -> tuple[str, int]:
    """Return (model label, primary key) of an id. Raises BadInput when this API never gave it."""
    try:
        label, key = from_global_id(value)
        return label, int(key)
    except (ValueError, UnicodeError):
        raise BadInput(f"`id` {value[:60]!r} is not an id of this API.") from None
