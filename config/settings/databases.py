"""The database, from its URL."""

from typing import Any

import dj_database_url

# WAL lets readers go on while one writes; IMMEDIATE takes the write lock at the start of a transaction,
# so that two writers wait for each other instead of failing half-way with "database is locked".
SQLITE_OPTIONS = {
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16000"
    ),
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}

# PostgreSQL plans a statement that comes again and again but once: planning takes longer than answering.
POSTGRESQL_OPTIONS = {"server_side_binding": True, "prepare_threshold": 2}


def database(url: str) -> dict[str, Any]:  # Any: Django's own type for a database entry
    """Return Django's entry for the URL, with persistent connections and sane SQLite settings."""
    entry: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    is_sqlite = entry["ENGINE"] == "django.db.backends.sqlite3"
    entry["OPTIONS"] = {**(SQLITE_OPTIONS if is_sqlite else POSTGRESQL_OPTIONS), **entry.get("OPTIONS", {})}
    return entry
