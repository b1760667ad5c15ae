"""The demonstration site for tests: everything that seed_demo makes, taken back when it is not needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Page


@contextmanager
def seeded_demo() -> Iterator[None]:
    """Keep the demonstration site in the database for as long as the context lasts, in one transaction."""
    with transaction.atomic():
        restart_page_ids()
        call_command("seed_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


def restart_page_ids() -> None:
    """Number pages as in a new installation: PostgreSQL counts on where tests before have left off."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
            cursor.execute(statement)
