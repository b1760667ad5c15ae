"""An upgrade as a value: what is published, what would be, and everybody who relies on the former."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graphql import DocumentNode, GraphQLSchema

from cms.operations.consumers import Consumer
from cms.operations.coordinates import used_coordinates
from cms.operations.event_schemas import event_changes
from cms.operations.findings import Use, use_of
from cms.operations.ownership import Owners
from cms.operations.schema_changes import SchemaChange, schema_changes

EventSchemas = Mapping[str, Mapping[str, Any]]  # Any: JSON Schema


@dataclass(frozen=True)
class Offer:
    """What consumers may rely on at one time."""

    schema: GraphQLSchema
    events: EventSchemas = field(default_factory=dict)


@dataclass(frozen=True)
class Upgrade:
    """From one offer to another."""

    published: Offer
    composed: Offer
    consumers: tuple[Consumer, ...]
    owners: Owners
    present: frozenset[str]
    """Labels of those who contribute now."""
    accepted: frozenset[str] = frozenset()
    """Coordinates of breaking changes to which all concerned have agreed."""

    @cached_property
    def changes(self) -> tuple[SchemaChange, ...]:
        found = (
            *schema_changes(self.published.schema, self.composed.schema),
            *event_changes(self.published.events, self.composed.events),
        )
        return tuple(change for change in found if change.coordinate not in self.accepted)

    @cached_property
    def operations(self) -> dict[Use, DocumentNode]:
        """Every registered operation."""
        return {
            use_of(consumer, name): document
            for consumer in self.consumers
            for name, document in sorted(consumer.operations.items())
        }

    @cached_property
    def received(self) -> dict[Use, str]:
        """The name of every event that a consumer has registered for."""
        return {
            use_of(consumer, f"event {name}"): name for consumer in self.consumers for name in consumer.events
        }

    def uses(self, touched: frozenset[str]) -> tuple[Use, ...]:
        """Return who uses something of this in what is published."""
        return tuple(use for use, names in self._used.items() if names & touched)

    def does_without(self, use: Use, label: str) -> bool:
        """Whether the consumer works without this plugin, and the plugin is not there."""
        return label not in self.present and label in self._optional[use.consumer]

    @cached_property
    def _used(self) -> dict[Use, frozenset[str]]:
        return dict(self._usage())

    def _usage(self) -> Iterator[tuple[Use, frozenset[str]]]:
        for use, document in self.operations.items():
            yield use, used_coordinates(document, self.published.schema)
        for use, event in self.received.items():
            yield use, frozenset({event})

    @cached_property
    def _optional(self) -> dict[str, frozenset[str]]:
        return {consumer.name: consumer.optional_plugins for consumer in self.consumers}
