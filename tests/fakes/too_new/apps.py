"""Declares the plugin."""

from cms.api import PluginConfig


class TooNewConfig(PluginConfig):
    """Asks for a cms of the distant future."""

    name = "fakes.too_new"
    label = "too_new"
    version = "9.0"
    requires_cms = ">=99"
