"""Test databases made once and copied: migrating from nothing takes half a minute, a copy takes none.

A template is migrated from nothing whenever a migration, a model's permissions or the languages change,
and by pytest --create-db. Every run and every worker gets a copy of its own. After a test that committed
(transactional_db, live_server) the copy is made anew, so that what migrations put there is never lost.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.apps import apps
from django.conf import settings
from django.core.files import locks
from django.db import connection

from cms.domain.readiness import no_garbage_collection

KEPT_TEMPLATES = 3


class PreparedDatabase(Protocol):
    """One run's database with the template it is copied from."""

    @property
    def name(self) -> str: ...

    def has_template(self) -> bool: ...

    def build_template(self) -> None: ...

    def restore(self) -> None: ...

    def drop(self) -> None: ...


def prepare_database(folder: Path, worker: str, *, anew_for: str = "") -> PreparedDatabase:
    """Return a migrated database that only this worker uses; building the template first where needed.

    With anew_for, the name of a run of tests, the first of its workers builds the template in any case.
    """
    kind: type[SqliteDatabase | PostgresDatabase]
    kind = SqliteDatabase if connection.vendor == "sqlite" else PostgresDatabase
    database = kind.for_worker(folder, worker)
    with only_one_builds() as latest_run:
        if not database.has_template() or latest_run.read_text() != anew_for != "":
            database.build_template()
            latest_run.write_text(anew_for)
        database.restore()
    return database


@dataclass(frozen=True)
class SqliteDatabase:
    """A file beside the test run's other temporary files, copied from a file in VAR_DIR."""

    template: Path
    name: str

    @classmethod
    def for_worker(cls, folder: Path, worker: str) -> SqliteDatabase:
        return cls(template_folder() / f"{fingerprint()}.sqlite3", str(folder / f"{worker}.sqlite3"))

    def has_template(self) -> bool:
        return self.template.is_file()

    def build_template(self) -> None:
        building = self.template.with_suffix(".building")
        migrate_from_nothing(str(building))
        building.replace(self.template)
        by_age = sorted(self.template.parent.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime)
        for outdated in by_age[:-KEPT_TEMPLATES]:
            outdated.unlink()

    def restore(self) -> None:
        """Put a fresh copy in the place of the file.

        Writing into the file would wait for ever for a thread of a live server that still reads it;
        such a thread keeps the old file, which nobody else sees any more.
        """
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.name}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(self.template, self.name)

    def drop(self) -> None:
        """The folder goes with the other temporary files of the run."""
        connection.close()


@dataclass(frozen=True)
class PostgresDatabase:
    """A database on the server, copied there from another."""

    template: str
    name: str

    @classmethod
    def for_worker(cls, folder: Path, worker: str) -> PostgresDatabase:
        family = f"test_{settings.DATABASES['default']['NAME']}"
        return cls(f"{family}_template_{fingerprint()}", f"{family}_{worker}")

    def has_template(self) -> bool:
        return self.template in self._templates()

    def build_template(self) -> None:
        building = f"{self.name}_building"
        migrate_from_nothing(building)
        self._run(f'DROP DATABASE IF EXISTS "{self.template}"')
        self._run(f'ALTER DATABASE "{building}" RENAME TO "{self.template}"')
        for outdated in self._templates()[:-KEPT_TEMPLATES]:
            self._run(f'DROP DATABASE "{outdated}"')

    def restore(self) -> None:
        self.drop()
        self._run(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')

    def drop(self) -> None:
        connection.close()
        # A browser that is still open keeps a thread of the server, and that one its connection.
        self._run(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _templates(self) -> list[str]:
        """Return the templates of this database, the oldest first."""
        family = self.template.rpartition("_")[0]
        with connection._nodb_cursor() as cursor:
            cursor.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [f"{family}_"]
            )
            return [name for (name,) in cursor.fetchall()]

    def _run(self, statement: str) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)


def migrate_from_nothing(name: str) -> None:
    """Make a database of this name by running every migration; Django's settings are as before afterwards."""
    own, wanted = connection.settings_dict["NAME"], connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    try:
        with no_garbage_collection():
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    finally:
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = own
        connection.settings_dict["TEST"]["NAME"] = wanted


def fingerprint() -> str:
    """Return a digest of what decides the content of a database that has just been migrated."""
    digest = hashlib.sha256(repr((settings.LANGUAGES, settings.LANGUAGE_CODE)).encode())
    for app in apps.get_app_configs():
        digest.update(app.label.encode())
        for file in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(file.name.encode() + file.read_bytes())
        for model in app.get_models():
            rights = (*model._meta.default_permissions, *model._meta.permissions)
            digest.update(repr((model._meta.label, model._meta.verbose_name_raw, rights)).encode())
    return digest.hexdigest()[:12]


@contextmanager
def only_one_builds() -> Iterator[Path]:
    """Keep other workers waiting; yields the file that names the last run for which a template was built."""
    lock = template_folder() / "latest_run"
    with lock.open("a") as file:
        locks.lock(file, locks.LOCK_EX)
        yield lock


def template_folder() -> Path:
    folder = Path(settings.VAR_DIR, "test-databases")
    os.makedirs(folder, exist_ok=True)
    return folder
