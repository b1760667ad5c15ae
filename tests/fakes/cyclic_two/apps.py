"""Declares the plugin."""

from cms.api import PluginConfig


class CyclicTwoConfig(PluginConfig):
    """Requires the other, which requires this one."""

    name = "fakes.cyclic_two"
    label = "cyclic_two"
    version = "1.0"
    requires_cms = ">=1.0"
    requires_plugins = ("cyclic_one",)
