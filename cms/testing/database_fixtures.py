"""Puts pytest-django on copies of a migrated template. Registered after pytest-django, to come before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from cms.testing.databases import PreparedDatabase

DATABASE: pytest.StashKey[tuple[PreparedDatabase, DjangoDbBlocker]] = pytest.StashKey()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    django_db_use_migrations: bool,
) -> Iterator[None]:
    """Have Django find a migrated database of this worker under the test database's name."""
    from django.db import connection  # noqa: PLC0415 -- app loading

    from cms.testing.databases import prepare_database  # noqa: PLC0415 -- app loading

    if not django_db_use_migrations:
        yield
        return
    run = getattr(request.config, "workerinput", {"workerid": "main", "testrunuid": uuid4().hex})
    own_name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        database = prepare_database(
            tmp_path_factory.mktemp("database"),
            run["workerid"],
            anew_for=run["testrunuid"] if request.config.getoption("create_db") else "",
        )
    connection.settings_dict["TEST"]["NAME"] = database.name
    request.config.stash[DATABASE] = (database, django_db_blocker)
    yield
    connection.settings_dict["NAME"] = own_name
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_use_migrations: bool) -> bool:
    """The copy is there already; Django only checks that no migration is missing."""
    return django_db_use_migrations


@pytest.fixture(scope="session")
def django_db_createdb(django_db_use_migrations: bool) -> bool:
    """--create-db makes the template anew; the copy of it is kept."""
    return not django_db_use_migrations


@pytest.fixture(scope="session", autouse=True)
def _own_cache(request: pytest.FixtureRequest) -> None:
    """Give each worker a Redis database from the tenth on: every test empties its cache."""
    from django.core.cache import caches  # noqa: PLC0415 -- app loading

    options = caches.settings["default"]
    if options["BACKEND"].endswith("RedisCache"):
        worker = getattr(request.config, "workerinput", {}).get("workerid", "gw0")
        server = options["LOCATION"].partition("://")[2].partition("/")[0]
        scheme = options["LOCATION"].partition("://")[0]
        options["LOCATION"] = f"{scheme}://{server}/{10 + int(worker.removeprefix('gw')) % 6}"
        # Whoever asked before, while tests were collected, has opened the one that all workers share.
        if hasattr(caches._connections, "default"):  # type: ignore[attr-defined]  # stubs do not know it
            del caches["default"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Restore the database after a test that committed: Django empties it, migrations' content included."""
    try:
        return (yield)
    finally:
        if DATABASE in item.config.stash:
            database, blocker = item.config.stash[DATABASE]
            if commits(item):
                with blocker.unblock():
                    database.restore()
            if nextitem is None or nextitem.path != item.path:
                forbid_lasting_transaction(item)


def forbid_lasting_transaction(item: pytest.Item) -> None:
    """Fail where a fixture keeps its rows beyond its module: tests of other modules would find them."""
    from django.db import connection  # noqa: PLC0415 -- app loading

    if connection.in_atomic_block:
        module = item.path.name
        pytest.fail(
            f"After {module} a transaction is open: give the fixture that began it the scope of a module."
        )


def commits(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    marker = item.get_closest_marker("django_db")
    return (
        "transactional_db" in names
        or "live_server" in names
        or (marker is not None and bool(marker.kwargs.get("transaction")))
    )
