"""A plugin's migrations: complete, reversible, and about its own tables only."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from cms.domain.readiness import no_garbage_collection
from cms.plugin_host.composition import CORE, PluginSet
from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.scratch import scratch_database
from cms.testing.conformance.subject import Subject, dependents

Tables = dict[str, str]  # name of a table or index → the statement that makes it


def incomplete_migrations(subject: Subject) -> Iterator[Finding]:
    """Yield what makemigrations would add, and what cannot be taken back and done again."""
    require_tables(subject)
    if changes := missing_changes().get(subject.label):
        yield subject.finding(
            "models", f"differ from the migrations: {', '.join(changes)}.", "Run manage.py makemigrations."
        )
    with scratch_database(), no_garbage_collection():
        try:
            migrate_to_zero(subject.label)
            left = [name for name in tables() if is_own(name, subject)]
            migrate_forward()
        except IrreversibleError as error:
            yield subject.finding("migrations", f"{error}.", "Give the operation its reverse.")
            return
    if left:
        yield subject.finding(
            "migrations", f"leave {', '.join(sorted(left))} behind.", "Drop in the reverse what is made."
        )


def altered_tables(subject: Subject) -> Iterator[Finding]:
    """Yield tables of others that are not the same with the plugin's migrations and without them."""
    require_tables(subject)
    with scratch_database(), no_garbage_collection():
        after = tables()
        try:
            migrate_to_zero(subject.label)
        except IrreversibleError:
            return  # told by the check of that
        before = tables()
    gone = tuple(f"{label}_" for label in dependents(subject.label, PluginSet.installed()))
    for name in sorted({*before, *after}):
        is_foreign = not is_own(name, subject) and not name.startswith(gone)
        if is_foreign and before.get(name) != after.get(name):
            yield subject.finding(
                f"table {name}",
                "belongs to another app and is altered by its migrations.",
                "Keep what you need in a table of your own, with a key to the other.",
            )


def entangled_migrations(subject: Subject) -> Iterator[Finding]:
    """Yield what would make others' migrations depend on whether this plugin is installed."""
    friends = {subject.label, *dependents(subject.label, PluginSet.installed())}
    plugins = {plugin.label for plugin in PluginSet.installed().plugins}
    required = {requirement.name for requirement in subject.plugin.requirements}
    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        needed = {label for label, _ in migration.dependencies}
        if app not in friends and subject.label in needed:
            yield subject.finding(
                f"migration {app}.{name}", "depends on the plugin.", "Turn the dependency round."
            )
        if app == subject.label and migration.run_before:
            yield subject.finding(
                f"migration {app}.{name}", "wants to run before another app's.", "Remove run_before."
            )
        if app == subject.label and (strangers := (needed & plugins) - required - friends):
            yield subject.finding(
                f"migration {app}.{name}",
                f"depends on the plugin {', '.join(sorted(strangers))}.",
                "Add it to requires_plugins, or do without.",
            )
    if changes := missing_changes().get(CORE):
        yield subject.finding(
            "models of the core",
            f"are not what its migrations say while the plugin is there: {', '.join(changes)}.",
            "Add nothing to another's model; if it is so without the plugin, the core lacks a migration.",
        )


def require_tables(subject: Subject) -> None:
    if not list(subject.plugin.get_models()) and not (subject.folder / "migrations").is_dir():
        raise NotApplicable("it has no tables")


def missing_changes() -> dict[str, list[str]]:
    """Return what makemigrations would write, as app → descriptions."""
    loader = MigrationLoader(None)
    with translation.override(None):  # as makemigrations: labels in the language of the code
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        changes = detector.changes(graph=loader.graph)
    return {
        app: [operation.describe() for migration in migrations for operation in migration.operations]
        for app, migrations in changes.items()
    }


def migrate_to_zero(label: str) -> None:
    MigrationExecutor(connection).migrate([(label, None)])


def migrate_forward() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def tables() -> Tables:
    """Return the scratch database's tables and indices; those of an index go by their table's name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        rows = cursor.fetchall()
    return {table: "\n".join(sorted(sql or "" for t, _, sql in rows if t == table)) for table, _, _ in rows}


def is_own(table: str, subject: Subject) -> bool:
    models = subject.plugin.get_models(include_auto_created=True)
    return table.startswith(f"{subject.label}_") or table in {model._meta.db_table for model in models}
