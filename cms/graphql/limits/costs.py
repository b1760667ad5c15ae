"""What an operation costs, in points, before it runs.

A field with a selection costs a point, any other nothing, but for those in WEIGHTS. What lies below a list
counts as often as the list is long: `first`, as it is given or by default, for a list that has it or belongs
to a connection that has it; ASSUMED for any other. Of selections on several types the dearest counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
    value_from_ast_untyped,
)

from .merging import Fragments, flattened
from .numbers import Limits
from .refusals import check
from .shapes import fragments_of

ASSUMED = 10
LONGEST = 10**9
INTROSPECTION = frozenset({"__schema", "__type"})
SMALLER = "Ask for shorter lists with `first`, or in several requests."
WEIGHTS = {"totalCount": 1, "__schema": 1_000, "__type": 100}
"""Points of a field by name: a count is a query of its own, and introspection returns the whole schema."""


class OperationCost:
    """The cost of a valid operation, within the limits of documents.py. Worked out once, if it can be."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode
    ) -> None:
        self.schema = schema
        self.operation = operation
        self.fragments = fragments_of(document)
        self._defaults = {
            node.variable.name.value: value_from_ast_untyped(node.default_value)
            for node in operation.variable_definitions or ()
            if node.default_value
        }
        self._fixed: int | None = None

    def admitted(self, variables: Mapping[str, Any], limits: Limits) -> int:  # Any: JSON
        """Return the points. Raises LimitExceeded when they are too many."""
        points = self.points(variables)
        check("TOO_EXPENSIVE", "Cost of the operation:", points, limits.cost, SMALLER)
        return points

    @cached_property
    def introspects(self) -> bool:
        """Return whether it asks about the schema; __typename does not."""
        roots = flattened([self.operation.selection_set], self.fragments)
        return any(field.name.value in INTROSPECTION for field in roots)

    def points(self, variables: Mapping[str, Any]) -> int:  # Any: JSON
        """Return the cost with these variables, at least 1."""
        if self._fixed is not None:
            return self._fixed
        root = self.schema.get_root_type(self.operation.operation)
        sizes = Sizes({**self._defaults, **variables})
        cost = max(1, Walk(self.schema, self.fragments, sizes).selection(self.operation.selection_set, root))
        if not sizes.have_varied:
            self._fixed = cost
        return cost


class Sizes:
    """How long the pages are that a request asks for."""

    def __init__(self, variables: Mapping[str, Any]) -> None:
        self._variables = variables
        self.have_varied = False

    def of_page(self, node: FieldNode, definition: GraphQLField) -> int | None:
        """Return the number of entries that a field's `first` asks for; None for a field without it."""
        if "first" not in definition.args:
            return None
        default = definition.args["first"].default_value
        given = next((each.value for each in node.arguments if each.name.value == "first"), None)
        size: object = default
        if isinstance(given, IntValueNode):
            size = int(given.value[:9])  # a number of many digits takes long to read
        elif isinstance(given, VariableNode):
            self.have_varied = True
            size = self._variables.get(given.name.value)
        if not isinstance(size, int | float):
            size = default
        # JSON's 1e9 is an integer, too, and its 1e999 is infinity.
        return int(max(0, min(size, LONGEST))) if isinstance(size, int | float) else ASSUMED


class Walk:
    """Adds up one operation."""

    def __init__(self, schema: GraphQLSchema, fragments: Fragments, sizes: Sizes) -> None:
        self.schema = schema
        self.fragments = fragments
        self.sizes = sizes

    def selection(
        self, selections: SelectionSetNode, parent: GraphQLNamedType | None, page: int | None = None
    ) -> int:
        """Return the cost of one object's selection; `page` is the size of the connection that it is."""
        always = 0
        on_one_type: Counter[str] = Counter()
        for node in selections.selections:
            if isinstance(node, FieldNode):
                always += self.field(node, parent, page)
                continue
            # Any: what is no field is a fragment, with a condition and a selection
            fragment: Any = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            condition = fragment.type_condition
            on = self.schema.get_type(condition.name.value) if condition else parent
            cost = self.selection(fragment.selection_set, on, page)
            if isinstance(on, GraphQLObjectType) and on is not parent:
                on_one_type[on.name] += cost
            else:
                always += cost
        return always + max(on_one_type.values(), default=0)

    def field(self, node: FieldNode, parent: GraphQLNamedType | None, page: int | None) -> int:
        name = node.name.value
        definition: GraphQLField | None = getattr(parent, "fields", {}).get(name)
        own = WEIGHTS.get(name, 1 if node.selection_set else 0)
        if definition is None or not node.selection_set:
            return own
        size = self.sizes.of_page(node, definition)
        below = self.selection(node.selection_set, get_named_type(definition.type), size)
        declared: Any = (
            definition.type
        )  # Any: graphql-core names output types more narrowly than it takes them
        if not is_list_type(get_nullable_type(declared)):
            return own + below
        times = next((length for length in (size, page) if length is not None), ASSUMED)
        return times * (own + below)
