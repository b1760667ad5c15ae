"""From a selection to levels of fields: everything that can be known before the first object is seen."""

from __future__ import annotations

from typing import Any

from graphql import (
    ExecutionContext,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    OperationDefinitionNode,
    default_field_resolver,
    default_type_resolver,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields
from graphql.execution.execute import CollectedErrors, assume_not_awaitable, get_field_def

from .completion import Completer
from .composites import AbstractOf, ObjectOf
from .leaves import Leaf
from .levels import CompiledLevel, Field
from .lists import ListOf
from .site import Site
from .sources import source_of

Selected = dict[str, list[FieldNode]]
Fragments = dict[str, FragmentDefinitionNode]


class Compiled:
    """An operation for one choice of what `@skip` and `@include` leave; levels are compiled when first met.

    Raises GraphQLError, here and later, for a directive whose condition is null.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Fragments,
        operation: OperationDefinitionNode,
        conditions: dict[str, Any],  # Any: what the condition's variable is coerced to
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.conditions = conditions
        self.core = core_context(schema, fragments, operation)
        self._levels: dict[tuple[Any, ...], CompiledLevel] = {}
        root: Any = schema.get_root_type(operation.operation)
        selected = collect_fields(schema, fragments, conditions, root, operation.selection_set)
        self.root = self.compile(root, selected)

    def level(self, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> CompiledLevel:
        """Return the fields selected on a type below some nodes."""
        key = (object_type.name, *map(id, nodes))
        level = self._levels.get(key)
        if level is None:
            selected = collect_sub_fields(self.schema, self.fragments, self.conditions, object_type, nodes)
            level = self._levels[key] = self.compile(object_type, selected)
        return level

    def compile(self, object_type: GraphQLObjectType, selected: Selected) -> CompiledLevel:
        fields = (self.field(object_type, key, nodes) for key, nodes in selected.items())
        return CompiledLevel(tuple(field for field in fields if field))

    def field(self, object_type: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Field | None:
        definition = get_field_def(self.schema, object_type, nodes[0])
        if not definition:
            return None
        site = Site(object_type, definition, nodes)
        return Field(key, site, source_of(site), self.completer(definition.type, site))

    def completer(self, of_type: GraphQLOutputType, site: Site) -> Completer:
        required = is_non_null_type(of_type)
        nullable: Any = of_type.of_type if required else of_type  # type: ignore[union-attr]  # non-null has it
        if is_list_type(nullable):
            return ListOf(self.completer(nullable.of_type, site), site, required=required)
        if is_leaf_type(nullable):
            return Leaf(nullable, site, required=required)
        if is_abstract_type(nullable):
            return AbstractOf(nullable, self, site, required=required)
        return ObjectOf(nullable, self, site, required=required)


def core_context(
    schema: GraphQLSchema, fragments: Fragments, operation: OperationDefinitionNode
) -> ExecutionContext:
    """Return a context of graphql-core, for checks whose messages should be its own."""
    return ExecutionContext(
        schema,
        fragments,
        None,
        None,
        operation,
        {},
        default_field_resolver,
        default_type_resolver,
        default_field_resolver,
        CollectedErrors(),
        None,
        assume_not_awaitable,
    )
