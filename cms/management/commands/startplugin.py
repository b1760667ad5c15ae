"""manage.py startplugin: writes a small plugin that works, into this checkout or a place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser

from cms.management.commands.compile_catalogues import compiled, compiled_path
from cms.plugin_host.discovery import available_plugins, is_importable
from cms.plugin_host.registry_files import SECTION, with_entry_point, with_listed
from cms.plugin_host.scaffolding import (
    NewPlugin,
    ScaffoldError,
    checkout_files,
    new_plugin,
    package_files,
    write,
)


class Command(BaseCommand):
    help = "Write a new plugin: a model in two languages, its admin, a GraphQL list, tests."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("label", help="what names begin with, such as glossary")
        parser.add_argument("--name", default="", help="what people call it; the label if left out")
        parser.add_argument("--turkish-name", default="", help="what people call it in Turkish")
        parser.add_argument("--package", action="store_true", help="a distribution with its own repository")
        parser.add_argument(
            "--directory", type=Path, help="where a package goes; ./dilmac-<label> if left out"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["directory"] and not options["package"]:
            raise CommandError("--directory goes with --package: a plugin of this checkout lies in plugins/.")
        try:
            self.start_package(options) if options["package"] else self.start_in_checkout(options)
        except ScaffoldError as error:
            raise CommandError(str(error)) from None

    def start_package(self, options: Mapping[str, Any]) -> None:  # Any: argparse
        plugin = named(options, module=f"dilmac_{options['label']}")
        folder = options["directory"] or Path(plugin.distribution)
        self.write(package_files(plugin), folder)
        self.tell(
            f"Wrote the distribution {plugin.distribution} into {folder}.",
            f"cd {folder} && pip install --editable . --group dev",
            ".ci/run",
            f'in a site: pip install it, put "{plugin.label}": {{}} into config/plugins.py, and migrate',
        )

    def start_in_checkout(self, options: Mapping[str, Any]) -> None:  # Any: argparse
        plugin = named(options, module=f"plugins.{options['label']}")
        folder = Path(settings.BASE_DIR, "plugins", plugin.label)
        self.write(checkout_files(plugin), folder)
        self.tell(
            f"Wrote the plugin into {folder.relative_to(settings.BASE_DIR)}.",
            *registered(plugin, Path(settings.BASE_DIR)),
            "python manage.py migrate",
            "make contract",
            f"pytest plugins/{plugin.label}",
        )

    def write(self, files: Mapping[str, str], folder: Path) -> None:
        write(files, folder)
        for source in sorted(folder.rglob("*.po")):
            compiled_path(source).write_bytes(compiled(source))

    def tell(self, done: str, *steps: str) -> None:
        self.stdout.write(done)
        self.stdout.write("Next:")
        for number, step in enumerate(steps, start=1):
            self.stdout.write(f"  {number}. {step}")


def named(options: Mapping[str, Any], *, module: str) -> NewPlugin:  # Any: argparse
    """Return the plugin that was asked for. Raises ScaffoldError when its names cannot be used."""
    taken = {*(app.label for app in apps.get_app_configs()), *available_plugins(), *settings.CMS_PLUGINS}
    plugin = new_plugin(
        options["label"],
        module=module,
        taken=taken,
        name=options["name"],
        turkish_name=options["turkish_name"],
    )
    if is_importable(module):
        raise ScaffoldError(f"There is a module {module} already. Choose another label.")
    return plugin


def registered(plugin: NewPlugin, checkout: Path) -> list[str]:
    """Name the plugin where the checkout names its plugins; return what is left for a person to add."""
    entry, listing = checkout / "pyproject.toml", checkout / "config" / "plugins.py"
    changed = {
        entry: with_entry_point(entry.read_text(encoding="utf-8"), label=plugin.label, module=plugin.module),
        listing: with_listed(listing.read_text(encoding="utf-8"), label=plugin.label),
    }
    to_add = {
        entry: f'{SECTION} in pyproject.toml: add the line {plugin.label} = "{plugin.module}"',
        listing: f'CMS_PLUGINS in config/plugins.py: add "{plugin.label}": {{}}',
    }
    for file, text in changed.items():
        if text is not None:
            file.write_text(text, encoding="utf-8")
    return [to_add[file] for file, text in changed.items() if text is None]
