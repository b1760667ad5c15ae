"""Declares the plugin."""

from cms.api import Contribution, PluginConfig


class IllegalNameConfig(PluginConfig):
    """Adds a root field without its label."""

    name = "fakes.illegal_name"
    label = "illegal_name"
    version = "1.0"
    requires_cms = ">=1.0"

    def contribute(self) -> Contribution:
        from fakes.illegal_name import graphql

        return Contribution(queries=(graphql.Query,))
