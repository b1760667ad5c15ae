"""Declares the plugin to the host. Read this first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cms.api import Contribution, PluginConfig
from plugins.networks.conf import NetworksSettings

if TYPE_CHECKING:
    from wagtail.blocks import Block


class NetworksConfig(PluginConfig):
    """Organisations, networks and programmes, and the pages that list them."""

    name = "plugins.networks"
    label = "networks"
    verbose_name = _("Networks")
    version = "1.0.0"
    requires_cms = ">=1.0,<2"
    settings_class = NetworksSettings

    def blocks(self) -> tuple[tuple[str, Block], ...]:
        from plugins.networks.blocks import BLOCKS  # noqa: PLC0415 -- app loading

        return BLOCKS

    def contribute(self) -> Contribution:
        from plugins.networks import demo, graphql, search, upkeep, viewsets  # noqa: PLC0415 -- app loading
        from plugins.networks.curating.views import curating  # noqa: PLC0415 -- app loading
        from plugins.networks.exporting.views import URLS  # noqa: PLC0415 -- app loading
        from plugins.networks.importing.views import importing  # noqa: PLC0415 -- app loading
        from plugins.networks.models import NetworksListingPage  # noqa: PLC0415 -- app loading

        return Contribution(
            queries=(graphql.Query,),
            mutations=(graphql.NetworksMutation,),
            page_types=((NetworksListingPage, graphql.NetworksListingPage),),
            block_types=(("networks_listing", graphql.NetworksListingBlock),),
            viewsets=(viewsets.networks, importing, curating),
            permissions=("networks.moderate_entrycorrection",),
            urls=URLS,
            operations=Path(__file__).parent / "operations",
            search_fields=search.SEARCH_FIELDS,
            jobs=upkeep.JOBS,
            home_panels=upkeep.HOME_PANELS,
            demo=(demo.seed,),
        )
