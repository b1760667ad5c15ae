"""The registered consumers are served, and the bundled one has registered what it asks with."""

import json
import re

from django.conf import settings
from graphql import parse, print_ast

from cms.graphql.schema import current_schema
from cms.operations.consumers import read_consumers
from cms.operations.coordinates import used_coordinates

SCHEMA = current_schema().graphql
FOLDER = settings.FRONTEND_CONTRACT_DIR
CONSUMERS = {consumer.name: consumer for consumer in read_consumers(FOLDER / "consumers")}


def asked_by_the_example():
    """Return the operations that the example's scripts name, by their place below operations/."""
    scripts = "".join(file.read_text() for file in sorted((FOLDER / "example").glob("*.js")))
    return set(re.findall(r'(?:ask\(|operation: )"([\w/]+)"', scripts))


def test_example_still_asks_for_everything_that_it_has_registered():
    fetched = {
        name.split("/")[-1]: parse((FOLDER / "operations" / f"{name}.graphql").read_text())
        for name in asked_by_the_example()
    }
    registered = CONSUMERS["example"].operations

    lost = {
        name: used_coordinates(document, SCHEMA) - used_coordinates(fetched[name], SCHEMA)
        for name, document in registered.items()
    }

    assert len(registered) >= 7
    assert registered.keys() == fetched.keys()
    assert [name for name, coordinates in lost.items() if coordinates] == []


def test_example_can_do_without_every_plugin_whose_operations_it_asks():
    plugins = {name.split("/")[0] for name in asked_by_the_example() if "/" in name}

    assert CONSUMERS["example"].optional_plugins == plugins


def test_every_registered_operation_is_answered(demo_site, ask):
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    examples = {
        entry["name"]: {
            name: said["example"] for name, said in entry["variables"].items() if said["example"] is not None
        }
        for entry in manifest["operations"]
    }

    answers = {
        name: ask(print_ast(document), **examples.get(name, {}))
        for consumer in CONSUMERS.values()
        for name, document in consumer.operations.items()
    }

    assert [name for name, answer in answers.items() if "errors" in answer] == []
