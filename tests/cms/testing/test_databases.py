"""Each worker has a copy of a migrated database, whatever a test commits to it."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Locale, Page

from cms.testing.database_fixtures import forbid_lasting_transaction
from cms.testing.databases import fingerprint


@pytest.mark.parametrize("time", [1, 2])
def test_what_migrations_put_there_outlives_a_test_that_commits(transactional_db: None, time: int) -> None:
    # Django empties every table after the first time.
    languages = list(Locale.objects.values_list("language_code", flat=True))
    pages = list(Page.objects.values_list("path", flat=True))

    assert (languages, pages) == (["tr"], ["0001", "00010001"])


def test_the_copy_has_every_migration(db: None) -> None:
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_the_fingerprint_changes_with_a_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.apps import apps

    before = fingerprint()
    (tmp_path / "migrations").mkdir()
    (tmp_path / "migrations" / "0001_new.py").write_text("operations = []")
    monkeypatch.setattr(apps.get_app_config("timelines"), "path", str(tmp_path))

    assert fingerprint() != before


def test_a_transaction_that_outlives_its_module_fails_there(db: None, request: pytest.FixtureRequest) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"After test_databases\.py a transaction is open"):
        forbid_lasting_transaction(request.node)
