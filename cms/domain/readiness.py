"""Whether the database can be worked with: it answers, and has every migration."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


def waiting_migrations() -> int:
    """Return how many migrations are not applied. Raises DatabaseError when the database does not answer."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def apply_migrations() -> None:
    """Bring the database up to date, quietly."""
    with no_garbage_collection():
        call_command("migrate", verbosity=0)


def database_problems() -> list[str]:
    """Return what an operator has to do before the product can run; empty when nothing."""
    try:
        waiting = waiting_migrations()
    except DatabaseError:
        return ["The database does not answer; check DATABASE_URL and that it runs."]
    return [f"Migrations not applied: {waiting}; run manage.py migrate."] if waiting else []


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Spare migrations a quarter of their time.

    Django draws up its models anew for each of some two hundred migrations. Looking through them for
    garbage all the while costs more than the 350 MB they take until the end.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
