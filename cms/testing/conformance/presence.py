"""What a plugin changes by being there, and what it leaves when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from graphql import GraphQLField, GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType, print_type

from cms.blocks.body import CORE_BLOCKS
from cms.plugin_host.contribution import Contribution
from cms.testing.conformance.findings import Finding
from cms.testing.conformance.subject import Subject

ROOTS = ("Query", "Mutation")
INSTEAD = "Contribute it in a slot of Contribution, and change nothing of others while modules are imported."


def traces_when_absent(subject: Subject) -> Iterator[Finding]:
    """Nothing of the plugin is in the schema, nor in any slot, of the same plugins without it."""
    for name, kind in subject.baseline_schema.graphql.type_map.items():
        if subject.owns(getattr(getattr(kind, "graphene_type", None), "__module__", "")):
            yield subject.finding(f"type {name}", "is in the schema while the plugin is absent.", INSTEAD)
        for field_name, field in fields_of(kind).items():
            if subject.owns(module_of(field.resolve)):
                yield subject.finding(
                    f"{name}.{field_name}", "is resolved by the plugin while it is absent.", INSTEAD
                )
    for slot in fields(Contribution):
        for owner, item in subject.baseline.collect(slot.name):
            if any(subject.owns(module) for module in modules_in(item)):
                yield subject.finding(f"{slot.name} of {owner}", "holds something of the plugin's.", INSTEAD)


def changes_to_others(subject: Subject) -> Iterator[Finding]:
    """Everything that is there without the plugin is there, unchanged, with it."""
    remedy = "Add types and root fields of your own instead."
    for name, before in subject.baseline_schema.graphql.type_map.items():
        after = subject.schema.graphql.type_map.get(name)
        if after is None:
            yield subject.finding(f"type {name}", "vanishes with the plugin.", remedy)
        elif name in ROOTS:
            yield from (
                subject.finding(f"{name}.{field}", "is changed by the plugin.", remedy)
                for field, told in signatures(before).items()
                if signatures(after).get(field) != told
            )
        elif print_type(before) != print_type(after):
            yield subject.finding(f"type {name}", "is changed by the plugin.", remedy)
    yield from replaced_parts(subject)


def replaced_parts(subject: Subject) -> Iterator[Finding]:
    """Yield what takes the place of another's block or page type: the host keeps the last in silence."""
    others = [plugin.blocks() for plugin in subject.baseline.plugins]
    names = {name for blocks in (CORE_BLOCKS, *others) for name, _ in blocks}
    for name, _block in subject.plugin.blocks():
        if name in names:
            yield subject.finding(
                f"block {name}", "takes another's name.", f"Call it {subject.label}_{name}."
            )
    models = {model for _, (model, _type) in subject.baseline.collect("page_types")}
    for model, _type in subject.items("page_types"):
        if model in models:
            yield subject.finding(model._meta.label, "is served by another already.", "Do not contribute it.")
    served = {name for _, (name, _type) in subject.baseline.collect("block_types")}
    for name, _type in subject.items("block_types"):
        if name in served:
            yield subject.finding(
                f"block type of {name}", "is served by another already.", "Do not contribute it."
            )


def fields_of(kind: GraphQLNamedType) -> dict[str, GraphQLField]:
    return kind.fields if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) else {}


def signatures(kind: GraphQLNamedType) -> dict[str, object]:
    """Return what a frontend can know of each field."""
    return {
        name: (
            str(field.type),
            field.description,
            {key: (str(arg.type), arg.default_value) for key, arg in field.args.items()},
        )
        for name, field in fields_of(kind).items()
    }


def modules_in(item: Any) -> Iterator[str]:  # Any: the type of an item is its slot's
    """Yield the modules that an item of a slot and its parts come from."""
    parts = item if isinstance(item, tuple) else (item, *getattr(item, "__dict__", {}).values())
    for part in parts:
        yield module_of(part if isinstance(part, type) or callable(part) else type(part))


def module_of(thing: object) -> str:
    """Return the module of a class or function, looking through partial ones."""
    inner = getattr(thing, "func", thing)
    return str(getattr(inner, "__module__", None) or "")
