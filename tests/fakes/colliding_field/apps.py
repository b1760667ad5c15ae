"""Declares the plugin."""

from cms.api import Contribution, PluginConfig


class CollidingFieldConfig(PluginConfig):
    """Adds a root field that is there already."""

    name = "fakes.colliding_field"
    label = "colliding_field"
    version = "1.0"
    requires_cms = ">=1.0"

    def contribute(self) -> Contribution:
        from fakes.colliding_field import graphql

        return Contribution(queries=(graphql.Query,))
