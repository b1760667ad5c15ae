"""Images, in the sizes that frontends may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.addresses import served_here
from cms.graphql.execution import batch
from cms.graphql.loading.images import renditions
from cms.models import ContentImage, Rendition


class Preset(StrEnum):
    """Sizes an image is delivered in, as Wagtail's filter specifications."""

    THUMBNAIL = "fill-320x240"
    CARD = "fill-640x360"
    CONTENT = "max-1200x1200"
    HERO = "fill-1600x600"
    SOCIAL = "fill-1200x630"


ImagePreset = graphene.Enum.from_enum(
    Preset,
    name="ImagePreset",
    description=lambda value: "Sizes an image is delivered in." if value is None else f"As {value.value}.",
)


@dataclass(frozen=True)
class ImageUse:
    """An image where it is used, with this use's own alternative text."""

    image: ContentImage
    alt: str
    is_decorative: bool


class ImageRendition(graphene.ObjectType):
    """An image in one size."""

    url = graphene.String(required=True, description="Absolute address of the file.")
    width = graphene.Int(required=True, description="Width in pixels.")
    height = graphene.Int(required=True, description="Height in pixels.")

    def resolve_url(root: Rendition, info: GraphQLResolveInfo) -> str:
        return served_here(root.url)


class Image(graphene.ObjectType):
    """An image as used in one place and one language."""

    alt = graphene.String(required=True, description="What to say instead of it; empty when decorative.")
    is_decorative = graphene.Boolean(required=True, description="True when screen readers should skip it.")
    width = graphene.Int(required=True, description="Width of the original in pixels.")
    height = graphene.Int(required=True, description="Height of the original in pixels.")
    rendition = graphene.Field(
        ImageRendition,
        description="The image in one of the preset sizes.",
        preset=ImagePreset(required=True, description="Which size."),
    )

    def resolve_alt(root: ImageUse, info: GraphQLResolveInfo) -> str:
        return "" if root.is_decorative else root.alt

    def resolve_width(root: ImageUse, info: GraphQLResolveInfo) -> int:
        return root.image.width

    def resolve_height(root: ImageUse, info: GraphQLResolveInfo) -> int:
        return root.image.height

    @batch
    def resolve_rendition(uses: list[ImageUse], info: GraphQLResolveInfo, preset: str) -> list[Rendition]:
        return renditions([use.image for use in uses], f"{preset}|preserve-svg")
