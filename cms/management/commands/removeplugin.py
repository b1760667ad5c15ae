"""manage.py removeplugin: says what is left of a plugin and, when no content is, removes the plugin."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser

from cms.domain.removal.content import Finding, content_of, tables
from cms.domain.removal.removing import Refusal, delete_history, refusals, remove
from cms.domain.removal.traces import traces_of
from cms.plugin_host.declaration import PluginConfig
from cms.plugin_host.registry_files import line_of

MOST_PLACES = 10  # of one kind; the rest is counted


class Command(BaseCommand):
    help = "Remove a disabled plugin’s tables and traces. Refuses while content of it exists."
    requires_system_checks = ()  # another plugin's problem is no reason to keep this one

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("label", help="the plugin as it is listed in config/plugins.py")
        parser.add_argument("--dry-run", action="store_true", help="only say what is there")
        parser.add_argument(
            "--drop",
            action="append",
            default=[],
            metavar="MODEL",
            help="let the rows of this model go with its table, such as networks.linkstate; may be repeated",
        )
        parser.add_argument(
            "--drop-history", action="store_true", help="delete past revisions with its blocks"
        )
        parser.add_argument("--no-input", action="store_true", help="do not ask before removing")

    def handle(self, *args: Any, **options: Any) -> None:
        plugin = installed(options["label"])
        drop = chosen_models(plugin, options["drop"])
        forbidden = tuple(refusals(plugin, line=listed_at(plugin.label)))
        if options["drop_history"] and not options["dry_run"] and not forbidden:
            self.stdout.write(f"Deleted {delete_history(plugin)} past revisions.")
        findings = content_of(plugin, drop=drop)
        self.tell(plugin, findings, forbidden)
        if options["dry_run"]:
            return
        if forbidden or findings:
            raise CommandError(f"{plugin.label} is not removed. What is in the way is said above.")
        self.confirm(plugin.label, is_asked=not options["no_input"])
        remove(plugin, drop=drop)
        self.stdout.write(
            self.style.SUCCESS(f"Removed {plugin.label}. Nothing of it is left in the database.")
        )
        self.stdout.write(farewell(plugin.label))

    def tell(
        self, plugin: PluginConfig, findings: Collection[Finding], forbidden: Collection[Refusal]
    ) -> None:
        """Print what forbids the removal, what content is left, and what would go by itself."""
        for refusal in forbidden:
            self.stdout.write(f"{refusal.code} {refusal.problem}\n  → {refusal.remedy}")
        for finding in findings:
            self.stdout.write(f"{finding.what}: {len(finding.places)}")
            for place in finding.places[:MOST_PLACES]:
                self.stdout.write(f"    {place}")
            if (rest := len(finding.places) - MOST_PLACES) > 0:
                self.stdout.write(f"    … and {rest} more")
            self.stdout.write(f"  → {finding.remedy}")
        if not findings:
            self.stdout.write(f"No content of {plugin.label} is left.")
        traces = ", ".join(f"{count} {name}" for name, count in traces_of(plugin).items())
        self.stdout.write(f"Goes with the plugin: {len(tables(plugin))} tables; {traces or 'nothing else'}.")

    def confirm(self, label: str, *, is_asked: bool) -> None:
        """Return when a person agrees. Raises CommandError otherwise."""
        if not is_asked:
            return
        try:
            answer = input(f"Type “{label}” to remove it for good: ")
        except EOFError:
            raise CommandError(
                f"{label} is not removed: nobody answers here. Repeat with --no-input."
            ) from None
        if answer.strip() != label:
            raise CommandError(f"{label} is not removed.")


def installed(label: str) -> PluginConfig:
    plugins = {app.label: app for app in apps.get_app_configs() if isinstance(app, PluginConfig)}
    if label not in plugins:
        raise CommandError(
            f"{label!r} is not listed in config/plugins.py, so its tables are not known here. List it as "
            f'"{label}": {{"enabled": False}} and repeat. Listed: {", ".join(sorted(plugins)) or "none"}.'
        )
    return plugins[label]


def chosen_models(plugin: PluginConfig, names: Collection[str]) -> set[str]:
    known = {model._meta.label_lower for model in plugin.get_models()}
    if unknown := sorted(set(map(str.lower, names)) - known):
        raise CommandError(
            f"{plugin.label} has no {', '.join(unknown)}. Its models: {', '.join(sorted(known))}."
        )
    return set(map(str.lower, names))


def listed_at(label: str) -> int | None:
    file = Path(settings.BASE_DIR, "config", "plugins.py")
    return line_of(file.read_text(encoding="utf-8"), label) if file.is_file() else None


def farewell(label: str) -> str:
    line = listed_at(label)
    where = f", line {line}" if line else ""
    return (
        f'Now take "{label}" out of config/plugins.py{where}, before the next migrate makes its tables anew, '
        "then uninstall it."
    )
