"""What delivery costs: `python -m cms.testing.benchmarks.delivery [articles in each language]`.

Runs under config.settings.benchmark, in a scratch database beside the configured one.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

import django
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.testing.benchmarks.delivery.cases import Asking, cases, last_cursor, site_cases

QUICK = 1_000
ROUNDS, EACH = 5, 0.3  # seconds

Ask = Callable[[str, dict[str, Any]], Any]  # Any: JSON


def main(count: int) -> None:
    """Print processor time of a request, without the database's own, and statements, for each case."""
    django.setup()
    with magazine(count):
        ask = asker()
        asked = {case.name: case.ours for case in cases(cursor=last_cursor(ask, behind=count * 9 // 10))}
        print(f"{connection.vendor}, {2 * count} articles: ms of a request in this process, SQL statements")
        for name, each in {**asked, **site_cases()}.items():
            print(f"{name:36}{milliseconds(ask, each):8.2f}{statements(ask, each):6}")


@contextmanager
def magazine(count: int) -> Iterator[None]:
    """Provide a database with a magazine; it is gone afterwards."""
    from wagtail.models import Collection, Locale, Page  # noqa: PLC0415 -- after django.setup()

    from cms.testing.benchmarks.magazine.filling import fill  # noqa: PLC0415 -- as above

    connection.settings_dict["TEST"]["MIGRATE"] = False  # tables are enough
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        Page.add_root(title="Root", slug="root", locale=Locale.objects.create(language_code="tr"))
        Collection.add_root(name="Root")
        fill(count)
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def asker() -> Ask:
    """Return what asks the WSGI application that a server would run, without a network."""
    from cms.graphql.http.application import DeliveryApplication  # noqa: PLC0415 -- after django.setup()

    application = DeliveryApplication(get_wsgi_application())

    def ask(query: str, variables: dict[str, Any]) -> Any:
        body = json.dumps({"query": query, "variables": variables}).encode()
        environment = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": "/graphql",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_ACCEPT": "application/json",
            "HTTP_HOST": "localhost",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
            "wsgi.input": io.BytesIO(body),
        }
        answer = json.loads(b"".join(application(environment, lambda *_: None)))
        assert "errors" not in answer, answer["errors"][:1]
        return answer["data"]

    return ask


def milliseconds(ask: Ask, asking: Asking) -> float:
    """Return the processor time of the fastest of some rounds, which disturbs least what else runs here."""
    times = []
    for _ in range(ROUNDS):
        begun, number = process_time(), 0
        while process_time() - begun < EACH:
            ask(asking.query, asking.variables(number))
            number += 1
        times.append((process_time() - begun) / number)
    return min(times) * 1000


def statements(ask: Ask, asking: Asking) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(asking.query, asking.variables(1))
    return len(captured)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else QUICK)
