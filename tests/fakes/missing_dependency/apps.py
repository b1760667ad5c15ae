"""Declares the plugin."""

from cms.api import PluginConfig


class MissingDependencyConfig(PluginConfig):
    """Requires a plugin that does not run."""

    name = "fakes.missing_dependency"
    label = "missing_dependency"
    version = "1.0"
    requires_cms = ">=1.0"
    requires_plugins = ("weather>=2",)
