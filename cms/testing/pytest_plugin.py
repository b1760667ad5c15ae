"""Fixtures for the product's tests and for those of any plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:  # pytest reads this module before Django is set up
    from django.test import Client
    from pytest_django import DjangoDbBlocker

    from cms.testing.factories import BilingualSite


DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server", "django_db_setup"})


def pytest_configure(config: pytest.Config) -> None:
    """Load the database fixtures late: of two fixtures with one name, pytest takes the later."""
    config.pluginmanager.import_plugin("cms.testing.database_fixtures")
    config.addinivalue_line(
        "markers", "no_database: asks none; set by itself, so that one can leave them out"
    )


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their markers
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests that use no database: another database cannot change their answer."""
    for item in items:
        if not uses_database(item):
            item.add_marker("no_database")


def uses_database(item: pytest.Item) -> bool:
    """Whether the test asks for a database, by a fixture or by the marker django_db."""
    asked = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True)
def _fresh_caches() -> Iterator[None]:
    """Wagtail caches site roots across tests; every test begins with none."""
    from django.core.cache import cache  # noqa: PLC0415 -- app loading

    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def bilingual_site(db: None) -> BilingualSite:
    """The default site: a Turkish and an English home page, both live."""
    from cms.testing.factories import make_site  # noqa: PLC0415 -- app loading

    return make_site()


@pytest.fixture(scope="module")
def demo_content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Everything that seed_demo makes, made once for a module: its tests may change it, each for itself."""
    from django.core.cache import cache  # noqa: PLC0415 -- app loading

    from cms.testing.demo import seeded_demo  # noqa: PLC0415 -- app loading

    demo = seeded_demo()
    cache.clear()  # what the test before has left there is about pages that are no more
    with django_db_blocker.unblock():
        demo.__enter__()
    yield
    with django_db_blocker.unblock():
        demo.__exit__(None, None, None)


@pytest.fixture
def demo_site(demo_content: None, db: None) -> None:
    """The demonstration site in both languages, for tests that do not commit."""


@pytest.fixture
def ask(client: Client) -> Callable[..., dict[str, Any]]:
    """Ask GraphQL over HTTP as an anonymous reader; returns the whole answer, errors included."""

    def post(query: str, **variables: object) -> dict[str, Any]:
        response = client.post(
            "/graphql",
            {"query": query, "variables": variables},
            content_type="application/json",
            headers={"accept": "application/graphql-response+json"},
        )
        return dict(response.json())

    return post
