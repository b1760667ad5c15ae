"""Reads *.graphql files: each holds one named operation, with titles and example variables in its head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphql import DocumentNode, GraphQLSyntaxError, OperationDefinitionNode, parse


class OperationError(ValueError):
    """A document is not what the contract promises. The message begins with its file."""


@dataclass(frozen=True)
class OperationDocument:
    """One operation as a frontend would keep it."""

    name: str
    owner: str
    source: str
    titles: dict[str, str]
    variables: dict[str, Any] = field(default_factory=dict)  # Any: JSON

    def title(self, language: str) -> str:
        """Return the title in a language, or the operation's name."""
        return self.titles.get(language, self.name)


def read_operations(folder: Path, *, owner: str) -> tuple[OperationDocument, ...]:
    """Return the operations of a folder by file name. Raises OperationError for the first that is wrong.

    The head of a file is comments: `# en: Title`, `# tr: Başlık`, `# variables: {"path": "/tr/"}`.
    """
    return tuple(read_operation(path, owner=owner) for path in sorted(folder.glob("*.graphql")))


def read_operation(path: Path, *, owner: str) -> OperationDocument:
    """Return the operation of a file. Raises OperationError."""
    source = path.read_text(encoding="utf-8")
    name = name_in(parsed(source, path), path)
    head = dict(head_of(source))
    variables = decoded(head.pop("variables", "{}"), path)
    return OperationDocument(name, owner, source, head, variables)


def parsed(source: str, path: Path) -> DocumentNode:
    try:
        return parse(source)
    except GraphQLSyntaxError as error:
        line = error.locations[0].line if error.locations else 1
        raise OperationError(f"{path.name}: line {line} is not GraphQL: {error.message}") from None


def name_in(document: DocumentNode, path: Path) -> str:
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(operations) != 1 or operations[0].name is None:
        raise OperationError(f"{path.name}: must hold exactly one operation, with a name.")
    name = operations[0].name.value
    if name != path.stem:
        raise OperationError(f"{path.name}: the operation is called {name}; call the file {name}.graphql.")
    return name


def head_of(source: str) -> Iterator[tuple[str, str]]:
    """Yield the `# key: value` lines above the operation; other comments say nothing to a program."""
    for line in source.splitlines():
        if not line.startswith("#"):
            return
        key, colon, value = line.lstrip("# ").partition(": ")
        if colon:
            yield key.strip(), value.strip()


def decoded(text: str, path: Path) -> dict[str, Any]:  # Any: JSON
    try:
        variables = json.loads(text)
    except ValueError:
        variables = None
    if not isinstance(variables, dict):
        raise OperationError(f"{path.name}: `# variables:` must be followed by a JSON object, in one line.")
    return variables
