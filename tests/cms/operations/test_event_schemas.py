from dataclasses import dataclass
from typing import ClassVar

from cms.events.base import Event
from cms.operations.event_schemas import event_changes, event_schemas


@dataclass(frozen=True, kw_only=True)
class Closed(Event):
    """A round is over."""

    name: ClassVar[str] = "rounds.closed"

    round_id: int
    slug: str


def schema(**properties):
    return {"x-version": properties.pop("version", 1), "properties": properties}


def test_schemas_are_by_name():
    schemas = event_schemas([Closed])

    assert list(schemas) == ["rounds.closed"]
    assert schemas["rounds.closed"]["properties"]["round_id"] == {"type": "integer"}


def test_what_goes_or_changes_is_breaking_and_what_comes_is_safe():
    before = {"a": schema(x="int", y="int"), "gone": schema(), "moved": schema(version=1)}
    after = {"a": schema(y="text", z="int"), "new": schema(), "moved": schema(version=2)}

    found = {change.code: (change.harm, change.coordinate) for change in event_changes(before, after)}

    assert found == {
        "EVENT_REMOVED": ("breaking", "gone"),
        "EVENT_ADDED": ("safe", "new"),
        "EVENT_FIELD_REMOVED": ("breaking", "a.x"),
        "EVENT_FIELD_ADDED": ("safe", "a.z"),
        "EVENT_FIELD_CHANGED": ("breaking", "a.y"),
        "EVENT_VERSION_CHANGED": ("breaking", "moved"),
    }


def test_receiver_of_an_event_is_touched_by_whatever_changes_in_it():
    (change,) = event_changes({"a": schema(x="int")}, {"a": schema()})

    assert change.touches == {"a"}
