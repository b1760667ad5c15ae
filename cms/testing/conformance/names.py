"""Names tell whose a thing is: they begin with the plugin's label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cms.testing.conformance.findings import Finding
from cms.testing.conformance.subject import Subject

NAMED_PARTS = ("subscribers", "health_checks", "jobs", "home_panels")
PART_NAME = re.compile(r"[a-z][a-z0-9_]*")


def names_of_others(subject: Subject) -> Iterator[Finding]:
    """Yield what could be taken for another's by its name."""
    yield from graphql_names(subject)
    yield from content_names(subject)
    yield from part_names(subject)
    yield from template_names(subject)


def graphql_names(subject: Subject) -> Iterator[Finding]:
    prefix = pascal(subject.label)
    for name in subject.own_types:
        # The first plugin with a mutation brings the root type, which belongs to nobody.
        if not name.startswith(prefix) and name != "Mutation":
            yield subject.finding(f"type {name}", "does not carry the label.", f"Call it {prefix}{name}.")
    for full_name in subject.own_root_fields:
        name = full_name.partition(".")[2]
        if not begins(name, camel(subject.label)):
            yield subject.finding(
                full_name, "does not carry the label.", f"Call it {camel(subject.label)}{pascal(name)}."
            )


def content_names(subject: Subject) -> Iterator[Finding]:
    label = subject.label
    for name, _block in subject.plugin.blocks():
        if not begins(name, label):
            yield subject.finding(f"block {name}", "does not carry the label.", f"Call it {label}_{name}.")
    for event in subject.items("events"):
        if not event.name.startswith(f"{label}."):
            yield subject.finding(
                f"event {event.name}", "does not carry the label.", f"Begin its name with {label} and a dot."
            )
    for permission in subject.items("permissions"):
        if not permission.startswith(f"{label}."):
            yield subject.finding(
                f"permission {permission}",
                "is not the plugin's to give.",
                f"Contribute permissions of your own models only: {label}.<codename>.",
            )
    models = [model for model, _ in subject.items("page_types")]
    models += [entry.model for entry in subject.items("search_fields")]
    for model in models:
        if model._meta.app_label != label:
            yield subject.finding(
                model._meta.label, "is a model of another app.", "Contribute your own models only."
            )


def part_names(subject: Subject) -> Iterator[Finding]:
    """The host puts the label before them; within the plugin they must be plain and differ."""
    for slot in NAMED_PARTS:
        counted = Counter(part.name for part in subject.items(slot))
        for name, count in counted.items():
            if not PART_NAME.fullmatch(name):
                yield subject.finding(
                    f"{slot} {name!r}", "is no plain name.", "Use small letters, digits and underscores."
                )
            if count > 1:
                yield subject.finding(
                    f"{slot} {name!r}", f"is the name of {count} parts.", "Give each a name of its own."
                )


def template_names(subject: Subject) -> Iterator[Finding]:
    """Django looks for a template in every app and takes the first of that name."""
    for kind in ("templates", "static"):
        root = subject.folder / kind
        for path in sorted(root.iterdir()) if root.is_dir() else ():
            if path.name != subject.label:
                yield subject.finding(
                    f"{kind}/{path.name}",
                    "may hide another's file.",
                    f"Move it into {kind}/{subject.label}/.",
                )


def begins(name: str, prefix: str) -> bool:
    """Whether a word ends where the prefix does: "networksList" begins with networks, "networkslist" not."""
    rest = name[len(prefix) :]
    return name.startswith(prefix) and not rest[:1].islower()


def pascal(label: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in label.split("_"))


def camel(label: str) -> str:
    return label[:1] + pascal(label)[1:]
