"""The network of relations."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plugins.networks.models import OrganisationRelation
from plugins.networks.tests.making import make_organisation

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.usefixtures("bilingual_site")
COUNTED_AT = 4  # queries around a record: the site, the record, one step, the nodes

GRAPH = """
query ($around: String, $steps: Int) { networksRelationGraph(locale: EN, around: $around, steps: $steps) {
  nodes { key } edges { source kind target }
} }
"""


def chain(*keys: str) -> None:
    """Make records of which each is part of the one before."""
    above = None
    for key in keys:
        relations = [OrganisationRelation(kind="part_of", target=above)] if above else []
        above = make_organisation(key, relations=relations)


def graph_of(answer: dict[str, Any]) -> tuple[list[str], list[tuple[str, str, str]]]:
    graph = answer["data"]["networksRelationGraph"]
    edges = [(edge["source"], edge["kind"], edge["target"]) for edge in graph["edges"]]
    return [node["key"] for node in graph["nodes"]], edges


@pytest.mark.parametrize(
    ("steps", "nodes"),
    [
        (None, ["a", "b", "c"]),
        (1, ["a", "b", "c"]),
        (2, ["a", "b", "c", "d"]),
        (3, ["a", "b", "c", "d", "e"]),
    ],
)
def test_a_graph_reaches_as_many_steps_as_asked(ask: Ask, steps: int | None, nodes: list[str]) -> None:
    chain("a", "b", "c", "d", "e")

    assert graph_of(ask(GRAPH, around="b", steps=steps))[0] == nodes


def test_a_relation_written_at_both_ends_is_one_edge(ask: Ask) -> None:
    chain("a", "b")
    partner = make_organisation("c")
    make_organisation("d", relations=[OrganisationRelation(kind="partner_of", target=partner)])

    assert graph_of(ask(GRAPH)) == (
        ["a", "b", "c", "d"],
        [("a", "PARENT_OF", "b"), ("c", "PARTNER_OF", "d")],
    )


def test_what_is_not_public_is_in_no_graph(ask: Ask) -> None:
    secret = make_organisation("secret", live=False)
    make_organisation("open", relations=[OrganisationRelation(kind="part_of", target=secret)])

    assert graph_of(ask(GRAPH, around="open")) == (["open"], [])
    assert ask(GRAPH, around="secret")["data"]["networksRelationGraph"] is None


def test_too_many_steps_are_refused(ask: Ask) -> None:
    (error,) = ask(GRAPH, around="a", steps=4)["errors"]

    assert error["message"] == "`steps` must be between 1 and 3; it is 4."


@pytest.mark.parametrize("rows", [1, 10, 100])
def test_a_graph_costs_the_same_whatever_its_size(ask: Ask, rows: int) -> None:
    centre = make_organisation("centre")
    for number in range(rows):
        make_organisation(f"o{number}", relations=[OrganisationRelation(kind="member_of", target=centre)])

    with CaptureQueriesContext(connection) as queries:
        answer = ask(GRAPH, around="centre")

    assert len(graph_of(answer)[1]) == rows
    assert len(queries) == COUNTED_AT
