"""Declares the plugin."""

from cms.api import PluginConfig


class AltersAnotherAppConfig(PluginConfig):
    """Has no tables of its own."""

    name = "fakes.alters_another_app"
    label = "alters_another_app"
    version = "1.0"
    requires_cms = ">=1.0"
