"""Plugins as Django would make them from a declaration."""

from pathlib import Path
from types import ModuleType
from typing import Any

from django.test import override_settings

from cms.api import PluginConfig


def plugin(label: str = "glossary", entry: dict[str, object] | None = None, **declared: Any) -> PluginConfig:
    """Return a plugin with these attributes (None: none) and its entry in config/plugins.py."""
    module = ModuleType(label)
    module.__path__ = [str(Path(__file__).parent)]
    values = {"label": label, "version": "1.0", "requires_cms": ">=1.0", **declared}
    given = {name: value for name, value in values.items() if value is not None}
    with override_settings(CMS_PLUGINS={label: entry or {}}):
        return type("Declared", (PluginConfig,), given)(label, module)
