"""Answers are the same for everybody: no cookie is set, and none is read."""

import json

import pytest

JSON = "application/json"
ASKED = {"query": '{ route(path: "/tr/") { ... on RoutePage { page { title } } } }'}


def get(client):
    return client.get("/graphql", ASKED)


def post(client):
    return client.post("/graphql", ASKED, content_type=JSON)


def refuse(client):
    return client.post("/graphql", {"query": "{ nothing }"}, content_type=JSON)


def preflight(client):
    return client.options("/graphql", headers={"Origin": "https://frontend.example"})


@pytest.mark.parametrize("send", [get, post, refuse, preflight])
def test_answer_neither_sets_nor_depends_on_a_cookie(demo_site, client, admin_user, send):
    client.force_login(admin_user)

    response = send(client)

    assert "Set-Cookie" not in response.headers
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert response["Access-Control-Allow-Origin"] == "*"


def test_answer_by_get_is_that_by_post_and_may_be_kept_only_with_revalidation(demo_site, client):
    by_get, by_post = get(client), post(client)

    assert json.loads(by_get.content) == json.loads(by_post.content)
    assert by_get["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_refusal_is_never_kept(demo_site, client):
    assert refuse(client)["Cache-Control"] == "no-store"
