"""What the plugin adds to the schema."""

from plugins.networks.graphql.listings import NetworksListingBlock, NetworksListingPage
from plugins.networks.graphql.mutations import NetworksMutation
from plugins.networks.graphql.queries import Query

__all__ = ["NetworksListingBlock", "NetworksListingPage", "NetworksMutation", "Query"]
