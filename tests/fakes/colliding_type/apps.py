"""Declares the plugin."""

from cms.api import Contribution, PluginConfig


class CollidingTypeConfig(PluginConfig):
    """Adds a type that is there already."""

    name = "fakes.colliding_type"
    label = "colliding_type"
    version = "1.0"
    requires_cms = ">=1.0"

    def contribute(self) -> Contribution:
        from fakes.colliding_type import graphql

        return Contribution(queries=(graphql.Query,))
