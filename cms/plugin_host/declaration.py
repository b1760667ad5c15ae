"""What a plugin's apps.py declares. Read before models are ready; imports Django only."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from django.apps import AppConfig
from django.conf import settings
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from cms.plugin_host.contribution import Contribution
from cms.plugin_host.errors import PluginError

if TYPE_CHECKING:
    from wagtail.blocks import Block

    from cms.plugin_host.parts import Withholding

API_VERSION = "1.0"  # moves only when cms.api changes; the product may release weekly


class PluginConfig(AppConfig):
    """A Django app that says what it adds to the CMS."""

    default = False  # Django must never pick this class for a plugin …
    version: ClassVar[str]
    requires_cms: ClassVar[str]
    requires_plugins: ClassVar[tuple[str, ...]] = ()
    """Labels of the plugins this one needs, each with a version range if it matters: "networks>=1.2"."""
    settings_class: ClassVar[type | None] = None
    """A frozen dataclass that the entry in config/plugins.py is read into; then it is `settings`."""

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True  # … and must always pick the plugin's own.

    def __init__(self, app_name: str, app_module: ModuleType | None) -> None:
        super().__init__(app_name, app_module)
        options = dict(settings.CMS_PLUGINS.get(self.label, {}))
        self.enabled = bool(options.pop("enabled", True))
        # A disabled plugin is not checked: switching it off is always a way out of a broken upgrade.
        self.problems = tuple(self._declaration_problems(options)) if self.enabled else ()
        self.settings = self._settings(options) if self.enabled and not self.problems else None

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """The plugins this one needs; what cannot be read is told among the problems, not here."""
        return tuple(item for item in map(requirement, self.requires_plugins) if item is not None)

    def blocks(self) -> tuple[tuple[str, Block], ...]:
        """Body blocks by name. They stay while the plugin is disabled, so that stored content survives."""
        return ()

    def withholdings(self) -> tuple[Withholding, ...]:
        """What is kept from audiences. It stays while the plugin is disabled: nothing opens by that."""
        return ()

    def contribute(self) -> Contribution:
        """Return what this plugin adds while it is enabled."""
        return Contribution()

    def _declaration_problems(self, options: dict[str, object]) -> list[PluginError]:
        problems = [
            self.error(f"declares no {name!r}.", "E101", f"Add {name} to its PluginConfig.")
            for name in ("version", "requires_cms")
            if not hasattr(self, name)
        ]
        if not problems and not self._fits_this_cms():
            problems.append(
                self.error(
                    f"needs cms {self.requires_cms}, this is cms {API_VERSION}.",
                    "E102",
                    'Install a version that fits, or set {"enabled": False} in config/plugins.py.',
                )
            )
        problems.extend(
            self.error(f"requires {text!r}, which cannot be read.", "E104", 'Write it as "networks>=1.2".')
            for text in self.requires_plugins
            if requirement(text) is None
        )
        try:
            self._settings(options)
        except PluginError as error:
            problems.append(error)
        return problems

    def _fits_this_cms(self) -> bool:
        try:
            return API_VERSION in SpecifierSet(self.requires_cms)
        except InvalidSpecifier:
            return False

    def _settings(self, options: dict[str, object]) -> object | None:
        if self.settings_class is None:
            if not options:
                return None
            raise self.error(
                f"takes no settings, but config/plugins.py gives {', '.join(sorted(options))}.",
                "E103",
                "Remove them there.",
            )
        if not is_dataclass(self.settings_class):
            raise self.error(
                "its settings_class is no dataclass.", "E103", "Decorate it with @dataclass(frozen=True)."
            )
        try:
            return self.settings_class(**options)
        except (TypeError, ValueError) as error:
            raise self.error(
                f"its settings do not fit: {error}.", "E103", "Correct its entry in config/plugins.py."
            ) from error

    def error(self, problem: str, code: str, remedy: str) -> PluginError:
        """Return a complaint about this plugin."""
        name = f"{self.label} {getattr(self, 'version', '(no version)')}"
        return PluginError(name, problem, code=f"cms.{code}", remedy=remedy)


def requirement(text: str) -> Requirement | None:
    """Return a requirement such as "networks>=1.2" as it is meant; None when it cannot be read."""
    try:
        return Requirement(text)
    except InvalidRequirement:
        return None
