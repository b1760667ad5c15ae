"""The blocks of a body: an interface, so that a frontend can draw a block that it does not know yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.documents import Work
from cms.domain.rich_text import RichText as RichTextValue
from cms.graphql.context import Context, context_of
from cms.graphql.execution import batch
from cms.graphql.loading.bodies import BlockNode, bodies_of
from cms.graphql.loading.documents import works_of
from cms.graphql.loading.images import public_images
from cms.graphql.loading.rich_texts import rich_texts
from cms.graphql.types.documents import Document
from cms.graphql.types.images import Image, ImageUse
from cms.graphql.types.link_values import links_of
from cms.graphql.types.links import Link
from cms.graphql.types.rich_text import RichText
from cms.models import ContentImage
from cms.plugin_host.composition import PluginSet


def blocks_of(pages: Sequence[Any], context: Context) -> list[list[BlockNode]]:  # Any: pages with a body
    """Return the blocks of each page that the schema knows; those of disabled plugins are left out."""
    return bodies_of(pages, block_types(context.audience.plugins), context)


def documents_of(blocks: Sequence[BlockNode], context: Context) -> list[list[Work]]:
    """Return the public documents that each list of documents has."""
    return works_of([(block.value["items"], block.language) for block in blocks], context)


@cache
def block_types(plugins: PluginSet) -> dict[str, Any]:  # Any: graphene types
    """Return the GraphQL type of each block by its name."""
    return {name: graphql_type for _, (name, graphql_type) in plugins.collect("block_types")}


class Block(graphene.Interface):
    """A piece of a body."""

    id = graphene.ID(required=True, description="Stays the same when the page is edited or translated.")
    block_type = graphene.String(
        required=True, description="The block's name, for frontends without its type."
    )
    anchor = graphene.String(required=True, description="A fragment that links to this block.")

    @classmethod
    def resolve_type(cls, instance: BlockNode, info: GraphQLResolveInfo) -> Any:  # Any: graphene is untyped
        return block_types(context_of(info).audience.plugins)[instance.name]

    def resolve_block_type(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.name

    def resolve_anchor(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return f"b-{root.id[:8]}"


class HeadingBlock(graphene.ObjectType):
    """A heading."""

    class Meta:
        interfaces = (Block,)

    text = graphene.String(required=True, description="The heading.")
    level = graphene.Int(required=True, description="2 or 3.")

    def resolve_text(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.stored["text"]

    def resolve_level(root: BlockNode, info: GraphQLResolveInfo) -> int:
        return int(root.stored["level"])


class TextBlock(graphene.ObjectType):
    """Paragraphs and lists."""

    class Meta:
        interfaces = (Block,)

    rich_text = graphene.Field(RichText, required=True, description="The text.")

    @batch
    def resolve_rich_text(blocks: list[BlockNode], info: GraphQLResolveInfo) -> list[RichTextValue]:
        return rich_texts([(block.stored, block.language) for block in blocks], context_of(info))


class QuoteBlock(graphene.ObjectType):
    """A quotation."""

    class Meta:
        interfaces = (Block,)

    text = graphene.String(required=True, description="The quotation.")
    attribution = graphene.String(required=True, description="Who said it; may be empty.")

    def resolve_text(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.stored["text"]

    def resolve_attribution(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.stored["attribution"]


class ImageBlock(graphene.ObjectType):
    """An image with its caption."""

    class Meta:
        interfaces = (Block,)

    image = graphene.Field(Image, description="The image; null when it is not public.")
    caption = graphene.String(required=True, description="Caption; may be empty.")

    @batch
    def resolve_image(blocks: list[BlockNode], info: GraphQLResolveInfo) -> list[ImageUse | None]:
        chosen = [block.stored["image"] or {} for block in blocks]
        public = public_images((use["image"] for use in chosen if use.get("image")), context_of(info))
        return [used(use, public.get(use.get("image", 0))) for use in chosen]

    def resolve_caption(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.stored["caption"]


class DocumentListBlock(graphene.ObjectType):
    """Documents to download."""

    class Meta:
        interfaces = (Block,)

    title = graphene.String(required=True, description="Title of the list; may be empty.")
    documents = graphene.List(
        graphene.NonNull(Document), required=True, description="Public documents, in the editors' order."
    )

    def resolve_title(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.value["title"]

    @batch
    def resolve_documents(blocks: list[BlockNode], info: GraphQLResolveInfo) -> list[list[Work]]:
        return documents_of(blocks, context_of(info))


class LinkListBlock(graphene.ObjectType):
    """A list of links."""

    class Meta:
        interfaces = (Block,)

    title = graphene.String(required=True, description="Title of the list; may be empty.")
    links = graphene.List(graphene.NonNull(Link), required=True, description="The links, in order.")

    def resolve_title(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.value["title"]

    @batch
    def resolve_links(blocks: list[BlockNode], info: GraphQLResolveInfo) -> list[list[Any]]:
        return links_of([(block.value["items"], block.language) for block in blocks], context_of(info))


class CallToActionBlock(graphene.ObjectType):
    """One thing that the reader is asked to do."""

    class Meta:
        interfaces = (Block,)

    text = graphene.String(required=True, description="The sentence.")
    link = graphene.Field(Link, required=True, description="Where it leads.")

    def resolve_text(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.value["text"]

    @batch
    def resolve_link(blocks: list[BlockNode], info: GraphQLResolveInfo) -> list[Any]:
        found = links_of([([block.value["link"]], block.language) for block in blocks], context_of(info))
        return [links[0] for links in found]


class TableBlock(graphene.ObjectType):
    """A table."""

    class Meta:
        interfaces = (Block,)

    caption = graphene.String(required=True, description="What the table shows.")
    header = graphene.List(graphene.NonNull(graphene.String), required=True, description="Column headers.")
    rows = graphene.List(
        graphene.NonNull(graphene.List(graphene.NonNull(graphene.String))),
        required=True,
        description="Rows of cells, each as long as the header.",
    )
    first_column_is_header = graphene.Boolean(required=True, description="True when it holds row headers.")

    def resolve_caption(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.value["caption"]

    def resolve_header(root: BlockNode, info: GraphQLResolveInfo) -> list[str]:
        return list(root.value["header"])

    def resolve_rows(root: BlockNode, info: GraphQLResolveInfo) -> list[list[str]]:
        return [list(row) for row in root.value["rows"]]

    def resolve_first_column_is_header(root: BlockNode, info: GraphQLResolveInfo) -> bool:
        return bool(root.value["first_column_is_header"])


class EmbedBlock(graphene.ObjectType):
    """Media from another site. The address is given, not loaded: the frontend asks the reader first."""

    class Meta:
        interfaces = (Block,)

    title = graphene.String(required=True, description="What it is, for readers who do not load it.")
    url = graphene.String(required=True, description="Address of the media on the other site.")

    def resolve_title(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.value["title"]

    def resolve_url(root: BlockNode, info: GraphQLResolveInfo) -> str:
        return root.value["embed"].url


def used(use: Mapping[str, Any], public: ContentImage | None) -> ImageUse | None:  # Any: JSON
    """Return the image with the alternative text of its use; None when it is not public."""
    if public is None:
        return None
    return ImageUse(public, use.get("alt_text") or "", bool(use.get("decorative")))


CORE_BLOCK_TYPES = (
    ("heading", HeadingBlock),
    ("text", TextBlock),
    ("quote", QuoteBlock),
    ("image", ImageBlock),
    ("documents", DocumentListBlock),
    ("links", LinkListBlock),
    ("call_to_action", CallToActionBlock),
    ("table", TableBlock),
    ("embed", EmbedBlock),
)
