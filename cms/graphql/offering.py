"""What this process offers to frontends: schema, operations and events, each with its owner."""

from __future__ import annotations

from cms.graphql.console import contract_operations
from cms.graphql.ownership import schema_owners
from cms.graphql.schema import ComposedSchema
from cms.operations.contract import Contract


def offered_by(schema: ComposedSchema) -> Contract:
    """Return the contract of the plugins that a schema is composed of. Raises OperationError."""
    return Contract(
        schema.graphql,
        contract_operations(schema.plugins),
        tuple(event for _, event in schema.plugins.collect("events")),
        schema_owners(schema.plugins),
    )
