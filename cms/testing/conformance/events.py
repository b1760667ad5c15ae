"""Events say that something happened and to what; never what it says or to whom it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cms.events.base import Event, field_types, json_schema
from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.subject import Subject

REFERENCES = re.compile(r"(.+_)?(id|key|slug|locale|language|path|type|kind|state|status|code|reference)")
PERSONAL = re.compile(r"(.+_)?(name|email|mail|phone|ip|address|birth\w*|person|author|user|username)(_.+)?")


def events_with_content(subject: Subject) -> Iterator[Finding]:
    """Yield event fields that may carry content or personal data, and events without a JSON Schema."""
    events = subject.items("events")
    if not events:
        raise NotApplicable("it announces no events")
    for event in events:
        item = f"event {getattr(event, 'name', event.__name__)}"
        if not (issubclass(event, Event) and "__dataclass_fields__" in vars(event) and "name" in vars(event)):
            yield subject.finding(
                item, "is no event of its own.", "Derive it from cms.api.Event, decorate it, name it."
            )
            continue
        try:
            described = json_schema(event)
        except TypeError as error:
            yield subject.finding(item, f"has no JSON Schema: {error}", "Use one of these types.")
            continue
        if not described["description"] or described["description"].startswith(f"{event.__name__}("):
            yield subject.finding(item, "does not say when it happens.", "Write a docstring.")
        yield from telling_fields(subject, item, event)


def telling_fields(subject: Subject, item: str, event: type[Event]) -> Iterator[Finding]:
    inherited = field_types(Event)
    for name, kind in field_types(event).items():
        if name in inherited:
            continue
        if PERSONAL.fullmatch(name) and not name.endswith("_id"):
            problem = "may hold personal data."
        elif kind is str and not REFERENCES.fullmatch(name):
            problem = "may hold content: it is text, and its name does not say that it refers to something."
        else:
            continue
        yield subject.finding(
            f"{item}, field {name}", problem, "Give an id, key, slug or locale; receivers ask the API."
        )
