"""Declares the plugin."""

from pathlib import Path

from cms.api import Contribution, PluginConfig


class NPlusOneConfig(PluginConfig):
    """Lists the pages of the demonstration site, and counts for each what is below it."""

    name = "fakes.n_plus_one"
    label = "n_plus_one"
    version = "1.0"
    requires_cms = ">=1.0"

    def contribute(self) -> Contribution:
        from fakes.n_plus_one import graphql

        return Contribution(
            queries=(graphql.Query,),
            operations=Path(__file__).parent / "operations",
            demo=(graphql.seed,),
        )
