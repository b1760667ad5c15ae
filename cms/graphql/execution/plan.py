"""One operation of a valid document, ready to be executed any number of times."""

from __future__ import annotations

from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
)
from graphql.language import Visitor, visit

from .compiling import Compiled
from .deferring import selects

MOST_VARIANTS = 16  # an operation with five switches has 32; what people toggle is far less


class Plan:
    """What there is to do for an operation. `needs_core` says that graphql-core has to do it."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        *,
        deferred: frozenset[str] = frozenset(),
    ) -> None:
        self.schema = schema
        self.document = document
        self.operation = operation
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.is_asynchronous = selects(document, deferred)
        self.needs_core = (
            self.is_asynchronous
            or operation.operation is OperationType.SUBSCRIPTION
            or schema.get_root_type(operation.operation) is None
        )
        self._switches = switches(document)
        self._variants: dict[tuple[Any, ...], Compiled] = {}

    def compiled(self, variables: dict[str, Any]) -> Compiled:  # Any: as their types coerce them
        """Return what remains under these variables. Raises GraphQLError for a condition that is null."""
        conditions = {name: variables[name] for name in self._switches if name in variables}
        key = tuple(conditions.items())
        compiled = self._variants.get(key)
        if compiled is None:
            compiled = Compiled(self.schema, self.fragments, self.operation, conditions)
            if len(self._variants) >= MOST_VARIANTS:
                self._variants.clear()
            self._variants[key] = compiled
        return compiled


def switches(document: DocumentNode) -> tuple[str, ...]:
    """Return the variables on which `@skip` and `@include` depend."""
    finder = SwitchFinder()
    visit(document, finder)
    return tuple(sorted(finder.names))


class SwitchFinder(Visitor):
    """Collects variables in the arguments of `@skip` and `@include`."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        if node.name.value in ("skip", "include"):
            values = (argument.value for argument in node.arguments)
            self.names |= {value.name.value for value in values if isinstance(value, VariableNode)}
