"""GraphQL over HTTP: status codes, media types, errors with codes, and no cookies."""

import json
import time
from base64 import urlsafe_b64encode

import pytest
from graphql import is_required_argument
from wagtail.models import Site

from cms.graphql.errors import CODES
from cms.graphql.limits import Limits
from cms.graphql.schema import current_schema

GRAPHQL_RESPONSE = "application/graphql-response+json"


@pytest.fixture
def post(client, bilingual_site):
    def send(body, *, content_type="application/json", accept=GRAPHQL_RESPONSE):
        data = body if isinstance(body, str | bytes) else json.dumps(body)
        return client.generic("POST", "/graphql", data, content_type=content_type, headers={"accept": accept})

    return send


def codes(response):
    return [error["extensions"]["code"] for error in response.json()["errors"]]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("{", 400, "BAD_REQUEST"),
        ("[" * 100_001, 413, "PAYLOAD_TOO_LARGE"),
        ("[" * 50_000, 400, "BAD_REQUEST"),
        ([{"query": "{ __typename }"}], 400, "BATCH_REFUSED"),
        ({}, 400, "BAD_REQUEST"),
        ({"query": 7}, 400, "BAD_REQUEST"),
        ({"query": "{ __typename }", "variables": [1]}, 400, "BAD_REQUEST"),
        ({"query": "{ __typename }", "variables": "{"}, 400, "BAD_REQUEST"),
        ({"query": "{ __typename }", "operationName": 1}, 400, "BAD_REQUEST"),
        ({"query": "{ __typename }", "extensions": "{"}, 400, "BAD_REQUEST"),
        ({"query": "{ __typename }", "documentId": "PageByPath"}, 400, "BAD_REQUEST"),
        ({"documentId": "sha256:" + "0" * 64}, 404, "PERSISTED_QUERY_NOT_FOUND"),
        ({"extensions": {"persistedQuery": {"sha256Hash": "0" * 64}}}, 404, "PERSISTED_QUERY_NOT_FOUND"),
        ({"query": "{ __typename }", "documentId": "sha256:" + "0" * 64}, 400, "BAD_REQUEST"),
        (b'{"query": "\xff"}', 400, "BAD_REQUEST"),
        ({"query": "{ __typename"}, 400, "GRAPHQL_PARSE_FAILED"),
        ({"query": "{ nope }"}, 400, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "{ ...Loop } fragment Loop on Query { ...Loop }"}, 400, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "query A { __typename } query B { __typename }"}, 400, "OPERATION_NOT_FOUND"),
        ({"query": "query A { __typename }", "operationName": "C"}, 400, "OPERATION_NOT_FOUND"),
        ({"query": "query ($l: LocaleCode!) { site(locale: $l) { name } }"}, 400, "BAD_USER_INPUT"),
        (
            {"query": "query ($l: LocaleCode!) { site(locale: $l) { name } }", "variables": {"l": "DE"}},
            400,
            "BAD_USER_INPUT",
        ),
        ({"query": "{ a " * 2000 + "}" * 2000}, 400, "TOO_MANY_TOKENS"),
    ],
)
def test_a_request_that_cannot_run_says_why(post, body, status, code):
    response = post(body)

    assert (response.status_code, codes(response)) == (status, [code])
    assert "data" not in response.json()
    assert code in CODES
    assert (response["Cache-Control"], "Cache-Tag" in response) == ("no-store", False)
    assert response.json()["errors"][0]["extensions"]["requestId"] == response["X-Request-Id"]


def test_other_methods_and_media_types_are_refused(client, post):
    put = client.put("/graphql")
    form = post("query={__typename}", content_type="application/x-www-form-urlencoded")
    html = post({"query": "{ __typename }"}, accept="text/html")

    assert (put.status_code, put["Allow"], codes(put)) == (405, "GET, POST", ["METHOD_NOT_ALLOWED"])
    assert (form.status_code, codes(form)) == (415, ["UNSUPPORTED_MEDIA_TYPE"])
    assert (html.status_code, codes(html)) == (406, ["NOT_ACCEPTABLE"])


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (GRAPHQL_RESPONSE, GRAPHQL_RESPONSE),
        ("application/json", "application/json"),
        (f"{GRAPHQL_RESPONSE}, application/json;q=0.9", GRAPHQL_RESPONSE),
        ("*/*", "application/json"),
    ],
)
def test_the_answer_has_the_accepted_media_type(post, accept, answered):
    response = post({"query": "{ __typename }"}, accept=accept)

    assert response["Content-Type"] == f"{answered}; charset=utf-8"
    assert response.json() == {"data": {"__typename": "Query"}}


def test_older_clients_get_request_errors_with_status_200(post):
    response = post({"query": "{ nope }"}, accept="application/json")

    assert (response.status_code, codes(response)) == (200, ["GRAPHQL_VALIDATION_FAILED"])


def test_a_query_may_be_asked_by_get(client, bilingual_site):
    query = "query ($path: String!) { route(path: $path) { __typename } }"

    response = client.get("/graphql", {"query": query, "variables": '{"path": "/tr/"}'})

    assert response.json() == {"data": {"route": {"__typename": "RoutePage"}}}


def test_anonymous_answers_know_no_cookies(client, bilingual_site, admin_user):
    client.force_login(admin_user)

    response = client.get("/graphql", {"query": "{ __typename }"})

    assert response.cookies == {}
    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["Cache-Tag"] == "site"


def test_turkish_letters_stay_letters(post, bilingual_site):
    response = post({"query": '{ route(path: "/tr/") { ... on RoutePage { page { title } } } }'})

    assert response.content.decode() == '{"data":{"route":{"page":{"title":"Ana sayfa"}}}}'


def test_a_surprise_is_masked_and_found_by_its_request_id(post, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise RuntimeError("postgres://user:secret@db/name")

    monkeypatch.setattr("cms.graphql.queries.menu_in", fail)

    response = post({"query": '{ menu(handle: "main", locale: TR) { title } site(locale: TR) { hostname } }'})

    error = response.json()["errors"][0]
    assert response.json()["data"] == {"menu": None, "site": {"hostname": "localhost"}}
    assert (error["path"], error["extensions"]["code"]) == (["menu"], "INTERNAL")
    assert "secret" not in response.content.decode()
    assert error["extensions"]["requestId"] in caplog.text


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        ("application/json;q=0.5, application/graphql-response+json;q=0.4", "application/json"),
        ("text/html, application/*;q=0.1", "application/json"),
        (f"application/json, {GRAPHQL_RESPONSE}", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}; q=1.0", GRAPHQL_RESPONSE),
    ],
)
def test_the_media_type_that_the_client_likes_best_wins(post, accept, answered):
    response = post({"query": "{ __typename }"}, accept=accept)

    assert response["Content-Type"] == f"{answered}; charset=utf-8"


@pytest.mark.parametrize("accept", [f"{GRAPHQL_RESPONSE};q=0, application/json;q=0", "text/html;q=0.9"])
def test_a_client_that_accepts_neither_media_type_is_told(post, accept):
    response = post({"query": "{ __typename }"}, accept=accept)

    assert (response.status_code, codes(response)) == (406, ["NOT_ACCEPTABLE"])


@pytest.mark.parametrize("method", ["head", "put", "patch", "delete"])
def test_other_methods_are_refused(client, bilingual_site, method):
    assert getattr(client, method)("/graphql").status_code == 405


def test_a_charset_other_than_utf_8_is_refused(post):
    response = post({"query": "{ __typename }"}, content_type="application/json; charset=utf-16")

    assert codes(response) == ["UNSUPPORTED_MEDIA_TYPE"]


def test_an_address_that_is_too_long_is_refused(client, bilingual_site):
    response = client.get("/graphql", {"query": "#" * 100_001})

    assert (response.status_code, codes(response)) == (413, ["PAYLOAD_TOO_LARGE"])


@pytest.mark.parametrize(
    "parameters",
    [{"documentId": "sha256:{}"}, {"extensions": '{{"persistedQuery": {{"sha256Hash": "{}"}}}}'}],
)
def test_a_document_of_the_contract_is_asked_for_by_its_hash(client, bilingual_site, settings, parameters):
    manifest = json.loads((settings.FRONTEND_CONTRACT_DIR / "manifest.json").read_text())
    sha256 = next(entry["sha256"] for entry in manifest["operations"] if entry["name"] == "SiteFrame")
    asked = {name: value.format(sha256) for name, value in parameters.items()}

    response = client.get("/graphql", {**asked, "variables": '{"locale": "TR"}'})

    assert response.json()["data"]["site"]["locale"] == "TR"


def test_a_get_that_has_the_answer_already_gets_304(client, bilingual_site):
    first = client.get("/graphql", {"query": "{ __typename }"})

    again = client.get("/graphql", {"query": "{ __typename }"}, headers={"if-none-match": first["ETag"]})
    other = client.get("/graphql", {"query": "{ x: __typename }"}, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Access-Control-Allow-Origin"] == "*"
    assert again["X-Request-Id"] != first["X-Request-Id"]
    assert (other.status_code, other["ETag"] != first["ETag"]) == (200, True)


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [("req-2026.11_22", True), ("short", False), ("a b c d e f", False), ("x" * 65, False)],
)
def test_a_request_id_is_kept_if_it_looks_like_one(client, bilingual_site, given, is_kept):
    response = client.get("/graphql", {"query": "{ nope }"}, headers={"x-request-id": given})

    assert (response["X-Request-Id"] == given) is is_kept
    assert response.json()["errors"][0]["extensions"]["requestId"] == response["X-Request-Id"]


def test_the_cost_is_told_when_asked_for(post):
    query = '{ route(path: "/tr/") { ... on RoutePage { page { children(first: 7) { nodes { title } } } } } }'

    response = post({"query": query, "extensions": {"cost": True}})

    assert response.json()["extensions"] == {"cost": {"requested": 1 + 1 + 1 + 7, "limit": 10_000}}


def test_an_operation_that_costs_too_much_says_by_how_much(post, settings):
    settings.GRAPHQL_LIMITS = Limits(cost=5)
    query = '{ route(path: "/tr/") { ... on RoutePage { page { children(first: 7) { nodes { title } } } } } }'

    error = post({"query": query}).json()["errors"][0]

    assert error["message"].startswith("Cost of the operation: 10; at most 5 are answered.")
    assert {name: error["extensions"][name] for name in ("code", "limit", "requested")} == {
        "code": "TOO_EXPENSIVE",
        "limit": 5,
        "requested": 10,
    }


def test_an_empty_page_size_is_the_default_one(post):
    query = """query ($first: Int) {
      route(path: "/tr/") { ... on RoutePage { page { children(first: $first) { totalCount } } } }
    }"""

    response = post({"query": query, "variables": {"first": None}})

    assert response.json() == {"data": {"route": {"page": {"children": {"totalCount": 0}}}}}


def test_a_network_that_asks_too_much_is_told_when_to_ask_again(client, bilingual_site, settings):
    settings.GRAPHQL_RATE = 3

    answers = [ask_from(client, "192.0.2.7") for _ in range(4)]
    other = ask_from(client, "192.0.2.8")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"points";q=3;w=60'
    assert answers[0]["RateLimit"].startswith('"points";r=2;t=')
    assert codes(answers[3]) == ["RATE_LIMITED"]
    assert answers[3].json()["errors"][0]["extensions"]["retryable"] is True
    assert 0 < int(answers[3]["Retry-After"]) <= 60
    assert other.status_code == 200


def ask_from(client, address, **headers):
    query = {"query": "{ __typename }"}
    return client.post(
        "/graphql", query, content_type="application/json", REMOTE_ADDR=address, headers=headers
    )


def test_refused_documents_are_counted_too(client, bilingual_site, settings):
    settings.GRAPHQL_RATE = 1

    answers = [client.post("/graphql", {"query": "{"}, content_type="application/json") for _ in range(2)]

    assert codes(answers[0]) == ["GRAPHQL_PARSE_FAILED"]
    assert codes(answers[1]) == ["RATE_LIMITED"]


def test_only_our_own_proxies_are_believed_about_addresses(client, bilingual_site, settings):
    settings.GRAPHQL_RATE = 1
    settings.PROXIES = 1

    answers = [
        ask_from(client, "10.0.0.1", **{"x-forwarded-for": f"198.51.100.{number}, 192.0.2.7"})
        for number in range(2)
    ]

    assert [answer.status_code for answer in answers] == [200, 429]


def test_a_slow_answer_ends_with_what_was_there(post, settings, monkeypatch):
    settings.GRAPHQL_LIMITS = Limits(seconds=1)
    monkeypatch.setattr("cms.graphql.queries.menu_in", lambda *_, **__: time.sleep(1.1))

    response = post({"query": '{ menu(handle: "main", locale: TR) { title } site(locale: TR) { name } }'})

    error = response.json()["errors"][0]
    assert response.json()["data"] == {"menu": None, "site": None}
    assert (error["path"], error["extensions"]["code"]) == (["site"], "TIMEOUT")


def test_named_origins_alone_may_read_answers(client, bilingual_site, settings):
    settings.GRAPHQL_ORIGINS = ("https://www.example.org",)

    ours = client.options("/graphql", headers={"origin": "https://www.example.org"})
    theirs = client.options("/graphql", headers={"origin": "https://example.net"})

    assert ours["Access-Control-Allow-Origin"] == "https://www.example.org"
    assert "Authorization" in ours["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Origin" not in theirs
    assert "Origin" in ours["Vary"]


def test_an_answer_is_the_same_whatever_cookies_are_sent(client, bilingual_site, admin_user):
    anonymous = client.get("/graphql", {"query": '{ route(path: "/tr/") { __typename } }'})
    client.force_login(admin_user)
    client.cookies["sessionid2"] = "x"

    signed_in = client.get("/graphql", {"query": '{ route(path: "/tr/") { __typename } }'})

    assert signed_in.content == anonymous.content
    assert {**signed_in.headers, "X-Request-Id": ""} == {**anonymous.headers, "X-Request-Id": ""}


def test_a_surprise_outside_the_schema_is_masked_json(client, bilingual_site, monkeypatch, caplog):
    def fail(plugins):
        raise RuntimeError("postgres://user:secret@db/name")

    monkeypatch.setattr("cms.graphql.view.anonymous_context", fail)

    response = client.get("/graphql", {"query": "{ __typename }"})

    assert (response.status_code, codes(response)) == (500, ["INTERNAL"])
    assert "secret" not in response.content.decode()
    assert f"request {response['X-Request-Id']} failed" in caplog.text


@pytest.mark.parametrize(
    "parameters", [{f"x{number}": "" for number in range(1_001)}, {"variables": "{"}, {"query": ""}]
)
def test_a_get_that_cannot_be_read_is_refused(client, bilingual_site, parameters):
    response = client.get("/graphql", {"query": "{ __typename }", **parameters})

    assert (response.status_code, codes(response)) == (400, ["BAD_REQUEST"])


def test_a_length_that_is_no_number_is_refused(client, bilingual_site):
    response = client.post("/graphql", {"query": "{"}, content_type="application/json", CONTENT_LENGTH="many")

    assert codes(response) == ["BAD_REQUEST"]


def test_no_site_is_told_as_what_it_is(client, db):
    Site.objects.all().delete()

    response = client.get("/graphql", {"query": "{ __typename }"})

    assert (response.status_code, codes(response)) == (503, ["INTERNAL"])
    assert response.json()["errors"][0]["extensions"]["requestId"] == response["X-Request-Id"]


def test_every_list_takes_null_for_its_default_size(post):
    lists = {
        name: field
        for name, field in current_schema().graphql.query_type.fields.items()
        if "first" in field.args
    }
    given = {"locale": "locale: TR", **{name: f'{name}: "x"' for name in ("consultation", "query", "search")}}

    for name, field in lists.items():
        required = [given[arg] for arg, about in field.args.items() if is_required_argument(about)]
        response = post({"query": f"{{ {name}({', '.join([*required, 'first: null'])}) {{ __typename }} }}"})
        assert "errors" not in response.json(), name


@pytest.mark.parametrize(
    "made_up",
    [["a", 10**30], ["a", -1], ["a", True], ["a\0", 1], ["\ud800", 1], [1, 1], ["a"], "a", {"a": 1}],
)
def test_a_cursor_that_was_made_up_is_refused(post, made_up):
    cursor = urlsafe_b64encode(json.dumps(made_up).encode()).decode()
    query = f"""{{ route(path: "/tr/") {{ ... on RoutePage {{ page {{
      children(after: "{cursor}") {{ nodes {{ title }} }} }} }} }} }}"""

    assert codes(post({"query": query})) == ["BAD_USER_INPUT"]


def test_an_id_of_any_size_is_no_surprise(post):
    key = urlsafe_b64encode(f"cms.articlepage:{10**30}".encode()).decode()

    response = post({"query": f'{{ page(id: "{key}") {{ title }} }}'})

    assert response.json() == {"data": {"page": None}}
