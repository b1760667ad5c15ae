"""The application that servers run: GraphQL behind one middleware, everything else as Django does."""

import io
import json

from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from cms.graphql.http.application import DeliveryApplication


def answered(path, *, host="localhost", body=b"", **more):
    told = {}
    environment = {
        "REQUEST_METHOD": "POST" if body else "GET",
        "PATH_INFO": path,
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_HOST": host,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        **more,
    }
    application = DeliveryApplication(get_wsgi_application())
    request_started.disconnect(close_old_connections)  # it would end the test's transaction
    try:
        parts = application(environment, lambda status, headers: told.update(dict(headers), status=status))
        return told, b"".join(parts)
    finally:
        request_started.connect(close_old_connections)


def test_graphql_is_answered_with_its_length_and_without_cookies(bilingual_site):
    told, content = answered("/graphql", body=json.dumps({"query": "{ __typename }"}).encode())

    assert told["status"] == "200 OK"
    assert told["Content-Length"] == str(len(content))
    assert "Set-Cookie" not in told
    assert json.loads(content) == {"data": {"__typename": "Query"}}


def test_a_host_that_is_not_ours_is_refused(bilingual_site, settings):
    settings.ALLOWED_HOSTS = ["localhost"]

    told, _ = answered("/graphql", host="elsewhere.example", body=b"{}")

    assert told["status"] == "400 Bad Request"


def test_other_addresses_are_left_to_django(bilingual_site):
    told, _ = answered("/graphql/")

    assert (told["status"], told["Location"]) == ("301 Moved Permanently", "/graphql")
