"""What every event is: a frozen fact with a name, a version and ids, never content or personal data."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, ClassVar, Self, get_type_hints
from uuid import UUID, uuid4

from django.utils import timezone

JSON_TYPES: dict[type, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    UUID: {"type": "string", "format": "uuid"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, at a moment. Receivers fetch what they need by its ids.

    A subclass is a frozen dataclass too and names itself: `name` begins with its owner's label
    ("consultation.round_closed"), `version` rises when a field is removed or changes its meaning.
    Its fields are text, whole numbers, truth values, UUIDs, dates and moments.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1

    event_id: UUID = field(default_factory=uuid4)
    occurred_at: datetime = field(default_factory=timezone.now)

    def payload(self) -> dict[str, Any]:  # Any: JSON
        """Return the fields as JSON values, ids and moments as text."""
        return {item.name: as_json(getattr(self, item.name)) for item in fields(self)}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:  # Any: JSON
        """Return the event that a payload was made from."""
        types = field_types(cls)
        return cls(**{name: from_json(value, types[name]) for name, value in payload.items()})


def json_schema(event: type[Event]) -> dict[str, Any]:  # Any: JSON
    """Return the JSON Schema of an event's payload. Raises TypeError for a field of an unknown type."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": event.name,
        "description": (event.__doc__ or "").strip(),
        "x-version": event.version,
        "type": "object",
        "properties": {name: dict(JSON_TYPES[kind]) for name, kind in field_types(event).items()},
        "required": sorted(field_types(event)),
        "additionalProperties": False,
    }


def field_types(event: type[Event]) -> dict[str, type]:
    """Return the type of each field by name. Raises TypeError for one that has no JSON form."""
    hints = get_type_hints(event)
    types = {item.name: hints[item.name] for item in fields(event)}
    for name, kind in types.items():
        if kind not in JSON_TYPES:
            allowed = ", ".join(sorted(known.__name__ for known in JSON_TYPES))
            raise TypeError(f"{event.__name__}.{name} is {kind}; an event's fields are {allowed}.")
    return types


def as_json(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def from_json(value: Any, kind: type) -> Any:  # Any: JSON
    if kind is UUID:
        return UUID(value)
    return kind.fromisoformat(value) if kind in {date, datetime} else value  # type: ignore[attr-defined]  # dates
