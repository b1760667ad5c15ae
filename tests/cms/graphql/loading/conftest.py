"""The long lists, and the number of SQL statements that a question costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from long_lists import long_lists
from pytest_django import DjangoDbBlocker

from cms.graphql.answering import Terms, answer
from cms.graphql.context import anonymous_context
from cms.graphql.limits import Limits
from cms.graphql.requests import Asked
from cms.graphql.schema import current_schema

GENEROUS = Terms(Limits(cost=1_000_000), may_introspect=True, charge=lambda _points: None)


@pytest.fixture(scope="module")
def written_lists(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The long lists, written once for all tests of a module."""
    site = long_lists()
    with django_db_blocker.unblock():
        site.__enter__()
    yield
    with django_db_blocker.unblock():
        site.__exit__(None, None, None)


@pytest.fixture
def lists(written_lists: None, db: None) -> None:
    """The long lists, for tests that do not commit."""


@pytest.fixture
def statements() -> Callable[..., list[str]]:
    """Return the SQL that a question costs once the process is warm; it is answered without an error."""

    def asked(query: str, **variables: object) -> list[str]:
        answered(query, variables)
        with CaptureQueriesContext(connection) as captured:
            body = answered(query, variables)
        assert "errors" not in body, body["errors"][:2]
        return [entry["sql"] for entry in captured.captured_queries]

    return asked


def answered(query: str, variables: dict[str, object]) -> dict[str, Any]:  # Any: JSON
    schema = current_schema()
    context = anonymous_context(schema.plugins)
    return answer(
        Asked(query, variables, None), schema=schema, context=context, is_get=False, terms=GENEROUS
    ).body
