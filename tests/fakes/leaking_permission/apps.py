"""Declares the plugin."""

from cms.api import Contribution, PluginConfig


class LeakingPermissionConfig(PluginConfig):
    """Offers a mutation to everybody."""

    name = "fakes.leaking_permission"
    label = "leaking_permission"
    version = "1.0"
    requires_cms = ">=1.0"

    def contribute(self) -> Contribution:
        from fakes.leaking_permission import graphql

        return Contribution(mutations=(graphql.Mutation,))
