"""The page and the block that list organisations."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import PAGING, Block, BodyFields, Connection, PageType, batch, context_of, keyset_page
from plugins.networks.domain import listed_on
from plugins.networks.graphql.names import NameIn, NetworksName
from plugins.networks.graphql.organisations import NetworksOrganisation
from plugins.networks.models import NetworksListingPage as NetworksListingPageModel
from plugins.networks.models import Organisation
from plugins.networks.reading import EntryPage, OrganisationIn, told_of

if TYPE_CHECKING:
    from cms.api import Audience


class NetworksListingEntry(graphene.ObjectType):
    """An organisation in a list, under the name that this page uses for it."""

    name = graphene.Field(
        NetworksName, required=True, description="The name on this page; without one, the preferred name."
    )
    organisation = graphene.Field(
        NetworksOrganisation, required=True, description="The organisation, network or programme."
    )

    def resolve_name(root: OrganisationIn, info: GraphQLResolveInfo) -> NameIn:
        shown_as = root.entry.shown_as  # type: ignore[attr-defined]  # -- annotated by `listed_on`
        return NameIn(root.name_called(shown_as) if shown_as else root.name(), root.language)

    def resolve_organisation(root: OrganisationIn, info: GraphQLResolveInfo) -> OrganisationIn:
        return root


class NetworksListingEntryConnection(Connection):
    """The entries of a listing page."""

    class Meta:
        node = NetworksListingEntry


class NetworksListingPage(BodyFields, PageType):
    """A list of organisations, networks and programmes."""

    entries = graphene.Field(
        NetworksListingEntryConnection,
        required=True,
        description="In the editors' order; where they chose none, every record by name.",
        **PAGING,
    )

    class Meta:
        model = NetworksListingPageModel
        fields = ("intro",)

    def resolve_entries(
        root: NetworksListingPageModel, info: GraphQLResolveInfo, first: int, after: str | None = None
    ) -> EntryPage:
        audience = context_of(info).audience
        return entry_page(listed_on(root, audience=audience), "place", first, after, info)


class NetworksListingBlock(graphene.ObjectType):
    """Chosen organisations in a body."""

    class Meta:
        interfaces = (Block,)

    title = graphene.String(required=True, description="Title of the list; may be empty.")
    organisations = graphene.List(
        graphene.NonNull(NetworksOrganisation),
        required=True,
        description="Those that are public, in the editors' order.",
    )

    def resolve_title(root: Any, info: GraphQLResolveInfo) -> str:  # Any: the host's block with its value
        return str(root.value["title"])

    @batch
    def resolve_organisations(blocks: list[Any], info: GraphQLResolveInfo) -> list[list[OrganisationIn]]:
        # Any: as above
        return told_in_blocks(blocks, audience=context_of(info).audience)


def told_in_blocks(blocks: list[Any], *, audience: Audience) -> list[list[OrganisationIn]]:  # Any: as above
    """Return the public organisations of each block, at the same cost for one block as for a hundred."""
    chosen = [[each for each in block.value["organisations"] if each] for block in blocks]
    wanted: dict[str, dict[int, Organisation]] = defaultdict(dict)
    for block, organisations in zip(blocks, chosen, strict=True):
        wanted[block.language] |= {each.pk: each for each in organisations}
    known = {
        (language, one.organisation.pk): one
        for language, organisations in wanted.items()
        for one in told_of(organisations.values(), language, audience=audience)
    }
    return [
        [one for each in organisations if (one := known.get((block.language, each.pk)))]
        for block, organisations in zip(blocks, chosen, strict=True)
    ]


def entry_page(entries: Any, key: str, first: int, after: str | None, info: GraphQLResolveInfo) -> EntryPage:
    """Return a page of entries sorted by a text. Any: a queryset with annotations."""
    page = keyset_page(entries, key=key, first=first, after=after)
    return EntryPage(page.queryset, page.key, page.first, page.after, context_of(info).audience)
