"""Declares the plugin."""

from cms.api import PluginConfig


class CyclicOneConfig(PluginConfig):
    """Requires the other, which requires this one."""

    name = "fakes.cyclic_one"
    label = "cyclic_one"
    version = "1.0"
    requires_cms = ">=1.0"
    requires_plugins = ("cyclic_two",)
