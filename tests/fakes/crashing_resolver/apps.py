"""Declares the plugin."""

from pathlib import Path

from cms.api import Contribution, PluginConfig


class CrashingResolverConfig(PluginConfig):
    """Offers an operation that cannot be answered."""

    name = "fakes.crashing_resolver"
    label = "crashing_resolver"
    version = "1.0"
    requires_cms = ">=1.0"

    def contribute(self) -> Contribution:
        from fakes.crashing_resolver import graphql

        return Contribution(queries=(graphql.Query,), operations=Path(__file__).parent / "operations")
