"""Documents made to hurt: each is refused with the code of what is wrong with it, in little time."""

import json
import time

import pytest

from cms.graphql.benchmarks.hostile import DOCUMENTS

QUICKLY = 1.0  # seconds of this thread's own work: a busy machine does not lengthen it


@pytest.mark.parametrize(("document", "code"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_hostile_document_is_refused_quickly(client, bilingual_site, document, code):
    client.get("/graphql", {"query": "{ __typename }"})  # the first request of a process composes the schema

    begun = time.thread_time()
    response = client.post(
        "/graphql",
        json.dumps({"query": document}),
        content_type="application/json",
        headers={"accept": "application/graphql-response+json"},
    )
    took = time.thread_time() - begun

    errors = response.json()["errors"]
    assert (response.status_code, {error["extensions"]["code"] for error in errors}) == (400, {code})
    assert max(len(error["message"]) for error in errors) <= 501
    assert took < QUICKLY


@pytest.mark.parametrize(
    "variables",
    [
        '{"handle": "\\u0000"}',
        '{"handle": "\\ud800"}',
        '{"handle": NaN}',
        '{"handle": ' + "[" * 40_000 + "]" * 40_000 + "}",
        '{"handle": ' + "9" * 5_000 + "}",
    ],
    ids=["nul", "half a pair", "not a number", "brackets", "digits"],
)
def test_values_that_no_database_takes_are_refused(client, bilingual_site, variables):
    query = "query ($handle: String!) { menu(handle: $handle, locale: TR) { title } }"
    body = f'{{"query": {json.dumps(query)}, "variables": {variables}}}'

    response = client.post("/graphql", body, content_type="application/json")

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")


def test_nul_spelt_out_in_the_document_is_refused(client, bilingual_site):
    query = '{ menu(handle: "\\u0000", locale: TR) { title } }'

    response = client.post("/graphql", {"query": query}, content_type="application/json")

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")
