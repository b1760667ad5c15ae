"""The payloads of events, as JSON Schema by the event's name, and what changes for their receivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cms.events.base import Event, json_schema
from cms.operations.schema_changes import Harm, SchemaChange

Schemas = Mapping[str, Mapping[str, Any]]  # Any: JSON Schema


def event_schemas(events: Iterable[type[Event]]) -> dict[str, dict[str, Any]]:  # Any: JSON Schema
    """Return the JSON Schema of each event's payload, by name."""
    return {event.name: json_schema(event) for event in sorted(events, key=lambda event: event.name)}


def event_changes(before: Schemas, after: Schemas) -> Iterator[SchemaChange]:
    """Yield what changes for a receiver. A field that comes is safe; one that goes or changes is not."""
    for name in sorted(before.keys() - after.keys()):
        yield changed(Harm.BREAKING, "EVENT_REMOVED", name, name, f"The event {name} is announced no longer.")
    for name in sorted(after.keys() - before.keys()):
        yield changed(Harm.SAFE, "EVENT_ADDED", name, name, f"The event {name} was added.")
    for name in sorted(before.keys() & after.keys()):
        yield from payload_changes(name, before[name], after[name])


def payload_changes(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[SchemaChange]:
    old, new = before["properties"], after["properties"]
    for field in sorted(old.keys() - new.keys()):
        yield changed(Harm.BREAKING, "EVENT_FIELD_REMOVED", name, f"{name}.{field}", f"{field} was removed.")
    for field in sorted(new.keys() - old.keys()):
        yield changed(Harm.SAFE, "EVENT_FIELD_ADDED", name, f"{name}.{field}", f"{field} was added.")
    for field in sorted(old.keys() & new.keys()):
        if old[field] != new[field]:
            text = f"{field} changed from {old[field]} to {new[field]}."
            yield changed(Harm.BREAKING, "EVENT_FIELD_CHANGED", name, f"{name}.{field}", text)
    if before["x-version"] != after["x-version"]:
        text = (
            f"Its version was {before['x-version']} and is {after['x-version']}: a field means another thing."
        )
        yield changed(Harm.BREAKING, "EVENT_VERSION_CHANGED", name, name, text)


def changed(harm: Harm, code: str, event: str, coordinate: str, message: str) -> SchemaChange:
    return SchemaChange(harm, code, coordinate, frozenset({event}), message)
