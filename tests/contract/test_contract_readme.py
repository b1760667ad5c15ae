"""The README is true: its queries run, its answers are the real ones, its tables are complete."""

import json
import re
from itertools import pairwise

import pytest
from django.conf import settings

from cms.domain import rich_text_tree
from cms.graphql.errors import CODES
from cms.graphql.types.blocks import CORE_BLOCK_TYPES
from cms.operations.consumers import read_consumers
from cms.operations.findings import Verdict
from cms.plugin_host.composition import PluginSet

README = (settings.FRONTEND_CONTRACT_DIR / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(language, text) for _, language, text in BLOCK.findall(README)]
LANGUAGES_WITH_QUERIES = {"graphql", "sh", "js"}
GRAPHQL_JSON = "application/graphql-response+json"


def requests():
    """Yield what each code block asks, as the parameters of a request."""
    for language, text in BLOCKS:
        if language == "graphql":
            yield {"query": text}
        elif language == "js":
            yield {
                "query": re.search(r"const query = `(.*?)`", text, re.DOTALL)[1],
                "variables": {"path": "/tr/"},
            }
        elif language == "sh" and "--data-urlencode" in text:
            given = dict(re.findall(r"--data-urlencode '(\w+)=(.*?)'", text))
            yield {"query": given["query"], "variables": json.loads(given["variables"])}
        elif language == "sh":
            yield json.loads(re.search(r"--data '(.*?)'", text)[1])


REQUESTS = list(requests())
ANSWERED = [
    (text, json.loads(answer))
    for (language, text), (next_language, answer) in pairwise(BLOCKS)
    if (language, next_language) == ("graphql", "json")
]


def table_below(heading):
    """Return the cells of the first table whose head begins with these words, a list for each row."""
    head = next(line for line in README.splitlines() if line.strip().startswith(f"| {heading} |"))
    rows = README[README.index(head) :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip().strip("|").split(" | ")] for row in rows]


def names_in(heading):
    return [row[0].strip("`") for row in table_below(heading)]


def test_every_block_with_a_query_is_run():
    assert {language for language, _ in BLOCKS} == {*LANGUAGES_WITH_QUERIES, "json", "text", "yaml"}
    assert len(REQUESTS) == sum(language in LANGUAGES_WITH_QUERIES for language, _ in BLOCKS)


@pytest.mark.parametrize("request_", REQUESTS, ids=range(len(REQUESTS)))
def test_query_of_the_readme_is_answered(demo_site, client, request_):
    response = client.post("/graphql", request_, content_type="application/json")

    failed = [error["path"] for error in response.json().get("errors", [])]
    assert failed == ([["page"]] if 'page(id: "nothing")' in request_["query"] else [])
    assert any(response.json()["data"].values())


@pytest.mark.parametrize(("query", "answer"), ANSWERED, ids=range(len(ANSWERED)))
def test_answer_of_the_readme_is_the_real_one(demo_site, ask, query, answer):
    assert ask(query) == answer


def test_consumer_of_the_readme_can_be_registered(tmp_path):
    (said,) = (text for language, text in BLOCKS if language == "yaml")
    (tmp_path / "city-app").mkdir()
    (tmp_path / "city-app" / "consumer.yaml").write_text(said)

    (consumer,) = read_consumers(tmp_path)

    assert consumer.optional_plugins <= {plugin.label for plugin in PluginSet.installed().enabled}
    assert set(consumer.events) <= {event.name for _, event in PluginSet.installed().collect("events")}


def test_readme_lists_every_verdict_of_a_check():
    assert names_in("Verdict") == list(Verdict)


def test_readme_lists_every_error_code_with_its_meaning():
    assert {code.strip("`"): meaning for code, _, meaning in table_below("Code")} == CODES


def test_readme_lists_every_node_and_mark_of_rich_text():
    assert set(names_in("`type`")) == {*rich_text_tree.BLOCKS.values(), "link", "text"}
    assert set(names_in("Mark")) == set(rich_text_tree.MARKS.values())
    assert f'{{"version": {rich_text_tree.VERSION}, "children": […]}}' in README


def test_readme_lists_every_block_of_the_core_with_its_type():
    listed = {row[0].strip("`"): row[1].strip("`") for row in table_below("`blockType`")}

    assert listed == {name: graphql_type._meta.name for name, graphql_type in CORE_BLOCK_TYPES}


STATUSES = {
    "BAD_REQUEST": {"data": "["},
    "BAD_USER_INPUT": {"data": {"query": "query ($id: ID!) { page(id: $id) { id } }"}},
    "GRAPHQL_PARSE_FAILED": {"data": {"query": "{"}},
    "GRAPHQL_VALIDATION_FAILED": {"data": {"query": "{ nothing }"}},
    "METHOD_NOT_ALLOWED": {"method": "PUT"},
    "NOT_ACCEPTABLE": {"accept": "text/html", "data": {"query": "{ __typename }"}},
    "OPERATION_NOT_FOUND": {"data": {"query": "{ __typename }", "operationName": "Other"}},
    "PAYLOAD_TOO_LARGE": {"data": {"query": "{ __typename }" + " " * 100_000}},
    "UNSUPPORTED_MEDIA_TYPE": {"content_type": "text/plain", "data": "{}"},
}


@pytest.mark.parametrize("code", STATUSES)
def test_readme_gives_the_status_of_what_did_not_run(demo_site, client, code):
    how = {
        "method": "POST",
        "accept": GRAPHQL_JSON,
        "content_type": "application/json",
        "data": "",
        **STATUSES[code],
    }
    data = how["data"] if isinstance(how["data"], str) else json.dumps(how["data"])

    response = client.generic(
        how["method"], "/graphql", data, how["content_type"], headers={"accept": how["accept"]}
    )

    documented = {row[0].strip("`"): row[1].split(", ") for row in table_below("Code")}
    assert response.json()["errors"][0]["extensions"]["code"] == code
    assert str(response.status_code) == documented[code][-1]


def test_readme_gives_the_status_of_what_failed_on_the_way(demo_site, ask, client):
    asked = {"query": '{ page(id: "nothing") { id } }'}

    response = client.post(
        "/graphql", asked, content_type="application/json", headers={"accept": GRAPHQL_JSON}
    )

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (
        200,
        "BAD_USER_INPUT",
    )


@pytest.mark.django_db
def test_readme_gives_the_status_of_an_endpoint_without_a_site(client):
    from wagtail.models import Site

    Site.objects.all().delete()

    response = client.post("/graphql", {"query": "{ __typename }"}, content_type="application/json")

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (503, "INTERNAL")
