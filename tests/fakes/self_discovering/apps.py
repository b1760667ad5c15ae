"""Declares the plugin."""

from cms.api import PluginConfig


class SelfDiscoveringConfig(PluginConfig):
    """Declares nothing: what it does, it does in a file that Wagtail imports."""

    name = "fakes.self_discovering"
    label = "self_discovering"
    version = "1.0"
    requires_cms = ">=1.0"
