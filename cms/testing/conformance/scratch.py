"""A database and folders to try things in, so that those of this installation are never written to."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connections
from django.test.utils import override_settings

from cms.testing.databases import prepare_database

DEFAULT = "default"
CACHES = {DEFAULT: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "conformance"}}
FILE_STORAGE = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
STATIC_STORAGE = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


@contextmanager
def scratch_installation() -> Iterator[None]:
    """Run with a database, uploads, a cache and an outbox of mail that are forgotten afterwards."""
    with (
        TemporaryDirectory(prefix="conformance-media-") as media,
        override_settings(
            MEDIA_ROOT=media,
            STORAGES={DEFAULT: FILE_STORAGE, "staticfiles": STATIC_STORAGE},
            CACHES=CACHES,
            EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        ),
        scratch_database(),
    ):
        yield


@contextmanager
def scratch_database() -> Iterator[None]:
    """Have this thread use a copy of a migrated SQLite database, whatever this installation uses.

    The template that is copied is made when none fits (half a minute) and kept in VAR_DIR.
    """
    ours, entry = connections[DEFAULT], connections.settings[DEFAULT]
    with TemporaryDirectory(prefix="conformance-") as folder:
        connections.settings[DEFAULT] = sqlite_entry(Path(folder, "scratch.sqlite3"))
        connections[DEFAULT] = connections.create_connection(DEFAULT)
        try:
            prepare_database(Path(folder), "scratch")
            yield
        finally:
            connections[DEFAULT].close()
            connections.settings[DEFAULT], connections[DEFAULT] = entry, ours


def sqlite_entry(file: Path) -> dict[str, object]:
    """Return Django's complete entry for a database in this file, which need not outlive the process."""
    pragmas = "PRAGMA foreign_keys=ON; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF"
    entry = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"init_command": pragmas},
    }
    completed: dict[str, dict[str, object]] = connections.configure_settings({DEFAULT: entry})
    return completed[DEFAULT]


@contextmanager
def quiet() -> Iterator[None]:
    """Keep planted failures out of the log."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
