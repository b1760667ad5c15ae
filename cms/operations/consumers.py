"""Reads the registry: which frontends there are, whom to ask about them, and what they run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    concat_ast,
    parse,
    separate_operations,
)

DESCRIPTION = "consumer.yaml"
REQUIRED = ("version", "contact", "since")
OPTIONAL = ("optional_plugins", "events")


class ConsumerError(ValueError):
    """A registration cannot be read. The message begins with its file and says what to do."""


@dataclass(frozen=True)
class Consumer:
    """A frontend that relies on the contract."""

    name: str
    version: str
    contact: str
    since: date
    documents: DocumentNode
    """Everything that its *.graphql files define."""
    optional_plugins: frozenset[str] = frozenset()
    """Labels of the plugins without which it works, only with less."""
    events: tuple[str, ...] = ()
    """Names of the events that it receives."""

    @cached_property
    def operations(self) -> dict[str, DocumentNode]:
        """Each operation by name, with the fragments that it needs."""
        return separate_operations(self.documents)


def read_consumers(folder: Path) -> tuple[Consumer, ...]:
    """Return the registered consumers by name. Raises ConsumerError for the first that cannot be read."""
    return tuple(read_consumer(path.parent) for path in sorted(folder.glob(f"*/{DESCRIPTION}")))


def read_consumer(folder: Path) -> Consumer:
    """Return the consumer that a folder registers: consumer.yaml, and *.graphql at any depth below it."""
    said = description_in(folder / DESCRIPTION)
    parsed = concat_ast([parsed_file(file) for file in sorted(folder.rglob("*.graphql"))])
    refuse_unclear_names(parsed, folder)
    return Consumer(
        name=folder.name,
        version=str(said["version"]),
        contact=str(said["contact"]),
        since=said["since"],
        documents=parsed,
        optional_plugins=frozenset(said.get("optional_plugins", ())),
        events=tuple(said.get("events", ())),
    )


def description_in(file: Path) -> dict[str, Any]:  # Any: YAML
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ConsumerError(f"{place(file)}: is not YAML: {error}") from None
    said = said if isinstance(said, dict) else {}
    for key in REQUIRED:
        if not said.get(key):
            raise ConsumerError(f"{place(file)}: says no {key!r}. It must say {', '.join(REQUIRED)}.")
    if unknown := sorted(set(said) - {*REQUIRED, *OPTIONAL}):
        known = ", ".join((*REQUIRED, *OPTIONAL))
        raise ConsumerError(f"{place(file)}: {', '.join(unknown)} means nothing here. Known: {known}.")
    if not isinstance(said["since"], date):
        raise ConsumerError(f"{place(file)}: `since` must be a date, such as 2026-05-01.")
    for key in OPTIONAL:
        if not isinstance(said.get(key, []), list):
            raise ConsumerError(f"{place(file)}: `{key}` must be a list.")
    return said


def parsed_file(file: Path) -> DocumentNode:
    try:
        return parse(file.read_text(encoding="utf-8"))
    except GraphQLSyntaxError as error:
        line = error.locations[0].line if error.locations else 1
        raise ConsumerError(f"{place(file)}: line {line} is not GraphQL: {error.message}") from None


def refuse_unclear_names(document: DocumentNode, folder: Path) -> None:
    """Raise ConsumerError unless each operation and each fragment has a name of its own."""
    counted = Counter(
        (type(node), node.name.value if node.name else "")
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode | FragmentDefinitionNode)
    )
    for (_, name), count in counted.items():
        if not name:
            raise ConsumerError(f"{folder.name}: an operation has no name; give it one, to find it by.")
        if count > 1:
            raise ConsumerError(f"{folder.name}: {name} is defined {count} times; keep one of them.")


def place(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
