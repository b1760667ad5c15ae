"""What a plugin's part of the schema must look like, so that its failures stay small and nothing leaks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from graphene_django import DjangoObjectType
from graphql import GraphQLInputObjectType, GraphQLNonNull

from cms.graphql.objects import ModelType
from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.presence import fields_of
from cms.testing.conformance.subject import Subject


def root_fields_that_are_never_null(subject: Subject) -> Iterator[Finding]:
    """Yield root fields whose failure would take the whole answer with it."""
    if not subject.own_root_fields:
        raise NotApplicable("it contributes no root field")
    for name, field in subject.own_root_fields.items():
        if isinstance(field.type, GraphQLNonNull):
            yield subject.finding(
                name, "can never be null, so its failure nulls the whole answer.", "Drop required=True."
            )


def missing_descriptions(subject: Subject) -> Iterator[Finding]:
    """Yield types and fields that do not say what they are for."""
    described = {**subject.own_root_fields}
    for name, kind in subject.own_types.items():
        described[name] = kind
        described.update({f"{name}.{field}": value for field, value in fields_of(kind).items()})
        if isinstance(kind, GraphQLInputObjectType):
            described.update({f"{name}.{field}": value for field, value in kind.fields.items()})
    if not described:
        raise NotApplicable("it adds nothing to the schema")
    for name, thing in described.items():
        if not (thing.description or "").strip():
            yield subject.finding(
                name, "has no description.", "Write a docstring, or description=… at the field."
            )


def unlisted_fields(subject: Subject) -> Iterator[Finding]:
    """Yield types of models whose fields are not named one by one: a new column would be public at once."""
    classes: list[Any] = [getattr(kind, "graphene_type", None) for kind in subject.own_types.values()]
    of_models: list[Any] = [c for c in classes if isinstance(c, type) and issubclass(c, DjangoObjectType)]
    if not of_models:
        raise NotApplicable("it has no GraphQL type of a model")
    for declared in of_models:
        options = meta_options(declared)
        if "exclude" in options or "__all__" in options.get("fields", ""):
            wrong = "exclude" if "exclude" in options else 'fields = "__all__"'
            yield subject.finding(
                f"type {declared._meta.name}", f"says {wrong}.", "List its fields by name: fields = (…)."
            )
        elif "fields" not in options and not issubclass(declared, ModelType):
            yield subject.finding(
                f"type {declared._meta.name}",
                "does not say which fields it has, and so has all of them.",
                "List its fields by name: fields = (…), or derive it from cms.api.ModelType.",
            )


def meta_options(declared: type) -> dict[str, str]:
    """Return what the class's own Meta says, as source text. Graphene throws the class Meta away."""
    path = import_module(declared.__module__).__file__
    if path is None:
        return {}
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    return {
        target.id: ast.unparse(line.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name == declared.__name__
        for meta in node.body
        if isinstance(meta, ast.ClassDef) and meta.name == "Meta"
        for line in meta.body
        if isinstance(line, ast.Assign)
        for target in line.targets
        if isinstance(target, ast.Name)
    }
