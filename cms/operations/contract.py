"""The generated part of the frontend contract, as texts by path. Knows no model and writes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLSchema, lexicographic_sort_schema, print_schema

from cms.events.base import Event
from cms.operations.checking import declared_variables
from cms.operations.documents import OperationDocument
from cms.operations.event_schemas import event_schemas
from cms.plugin_host.composition import CORE

GENERATED = ("schema.graphql", "manifest.json", "operations/*/*.graphql", "events/*.schema.json")
"""Patterns of every file that the export owns: whatever else matches them is out of date."""
COPIED_FROM_CORE = "operations/*.graphql"
"""What the export owns besides in a folder other than the core's own, where these are written by hand."""

COPY_HEAD = "# A copy. The plugin {owner} owns this operation; change it there, then run make contract.\n"


@dataclass(frozen=True)
class Contract:
    """What a set of plugins offers to frontends."""

    schema: GraphQLSchema
    documents: tuple[OperationDocument, ...] = ()
    events: tuple[type[Event], ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    """The owner's label of each type and root field, by coordinate."""


def contract_files(contract: Contract, *, is_copy: bool = False) -> dict[str, str]:
    """Return the text of each generated file by its path below the contract's folder.

    The same contract gives the same texts on every machine, in whatever order its parts come. The core's
    operations are among them only in a copy: in the core's own folder people write them.
    """
    ordered = sorted(contract.documents, key=lambda item: (item.owner != CORE, item.owner, item.name))
    copies = {path_of(item): text_of(item) for item in ordered if is_copy or item.owner != CORE}
    schemas = event_schemas(contract.events)
    return {
        "schema.graphql": print_schema(lexicographic_sort_schema(contract.schema)) + "\n",
        **copies,
        **{f"events/{name}.schema.json": as_text(schema) for name, schema in schemas.items()},
        "manifest.json": as_text(manifest(ordered, contract.owners)),
    }


def as_text(value: Any) -> str:  # Any: JSON
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def path_of(document: OperationDocument) -> str:
    """Return where the operation lies in the contract's folder."""
    folder = "operations" if document.owner == CORE else f"operations/{document.owner}"
    return f"{folder}/{document.name}.graphql"


def text_of(document: OperationDocument) -> str:
    """Return what the operation's file in the contract says."""
    return (
        document.source
        if document.owner == CORE
        else COPY_HEAD.format(owner=document.owner) + document.source
    )


def manifest(
    documents: Iterable[OperationDocument], owners: Mapping[str, str]
) -> dict[str, Any]:  # Any: JSON
    """Return what is in the contract: each operation, and what of the schema belongs to which plugin."""
    labels = sorted({label for label in owners.values() if label != CORE})
    return {
        "version": 1,
        "operations": [entry(document) for document in documents],
        "owners": {
            label: sorted(name for name, owner in owners.items() if owner == label) for label in labels
        },
    }


def entry(document: OperationDocument) -> dict[str, Any]:  # Any: JSON
    return {
        "name": document.name,
        "owner": document.owner,
        "file": path_of(document),
        "sha256": hashlib.sha256(text_of(document).encode()).hexdigest(),
        "titles": dict(sorted(document.titles.items())),
        "variables": {
            name: {"type": type_name, "example": document.variables.get(name)}
            for name, type_name in declared_variables(document).items()
        },
    }
