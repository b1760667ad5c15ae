"""Reads what has been published before: the contract's folder, or a schema file with what lies beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphql import GraphQLError, build_schema

from cms.operations.ownership import published_owners
from cms.operations.upgrade import Offer


class NothingPublished(ValueError):
    """There is no contract to compare with, or it cannot be read. The message begins with its file."""


@dataclass(frozen=True)
class Published:
    """A contract as it was written, with the owners that it names."""

    offer: Offer
    owners: dict[str, str]


def read_published(schema_file: Path) -> Published:
    """Return what a schema file, and the manifest and events beside it, say. Raises NothingPublished."""
    if not schema_file.is_file():
        raise NothingPublished(f"{schema_file}: there is no such file. Write it: manage.py contract export.")
    try:
        schema = build_schema(schema_file.read_text(encoding="utf-8"))
    except (GraphQLError, TypeError) as error:
        raise NothingPublished(f"{schema_file}: is not a GraphQL schema: {error}") from None
    folder = schema_file.parent
    manifest = read_json(folder / "manifest.json")
    files = sorted(folder.glob("events/*.schema.json"))
    events = {file.name.removesuffix(".schema.json"): read_json(file) for file in files}
    return Published(Offer(schema, events), published_owners(manifest, schema))


def read_json(file: Path) -> dict[str, Any]:  # Any: JSON
    """Return the object in a file; {} when there is no file. Raises NothingPublished."""
    try:
        said = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except ValueError as error:
        raise NothingPublished(f"{file}: is not JSON: {error}") from None
    if not isinstance(said, dict):
        raise NothingPublished(f"{file}: must hold one JSON object.")
    return said
