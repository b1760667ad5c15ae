"""The body block that shows chosen organisations. Models are named by string."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class OrganisationChooserBlock(SnippetChooserBlock):
    """Chooses an organisation."""

    def __init__(self, **kwargs: Any) -> None:  # Any: the options of a block
        super().__init__("networks.Organisation", **kwargs)


class NetworksListingBlock(blocks.StructBlock):
    """Chosen organisations under a title."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)
    organisations = blocks.ListBlock(
        OrganisationChooserBlock(label=_("Organisation, network or programme")),
        label=_("Organisations, networks and programmes"),
        min_num=1,
    )

    class Meta:
        label = _("Organisations and networks")
        icon = "group"


BLOCKS = (("networks_listing", NetworksListingBlock()),)
