"""Images, in the sizes and formats that frontends may ask for."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from enum import StrEnum

import graphene
from graphql import GraphQLResolveInfo

from cms.graphql.context import context_of
from cms.graphql.enums import described_enum
from cms.graphql.execution import batch
from cms.graphql.loading.images import Sized, sized
from cms.graphql.objects import global_id
from cms.models import ContentImage

SCALES = (0.5, 1, 1.5, 2)
"""How much larger than the preset the entries of a `srcSet` are."""


class Preset(StrEnum):
    """Sizes an image is delivered in, as Wagtail's filter specifications."""

    THUMBNAIL = "fill-320x240"
    CARD = "fill-640x360"
    CONTENT = "max-1200x1200"
    HERO = "fill-1600x600"
    SOCIAL = "fill-1200x630"

    def spec(self, scale: float = 1, form: str | None = None) -> str:
        """Return the filter specification, so much larger and in a format; the original's own without one."""
        operation, _, size = self.value.partition("-")
        width, height = (round(int(side) * scale) for side in size.split("x"))
        return f"{operation}-{width}x{height}{f'|format-{form}' if form else ''}|preserve-svg"


class Format(StrEnum):
    """File formats, as Wagtail names them."""

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpeg"
    PNG = "png"


ImagePreset = described_enum(
    Preset,
    "ImagePreset",
    "Sizes an image is delivered in.",
    **{preset.name: f"As {preset.value}." for preset in Preset},
)
ImageFormat = described_enum(
    Format,
    "ImageFormat",
    "Formats an image is delivered in.",
    AVIF="The smallest files; for browsers that know it.",
    WEBP="Small files; known by every browser of the last years.",
    JPEG="For photographs, known everywhere; without transparency.",
    PNG="For drawings, known everywhere; large.",
)


@dataclass(frozen=True)
class ImageUse:
    """An image where it is used, with this use's own alternative text."""

    image: ContentImage
    alt: str
    is_decorative: bool


@dataclass(frozen=True)
class Rendered:
    """An image in a preset and a format, as it was asked for."""

    size: Sized
    preset: Preset
    form: str | None


class ImageRendition(graphene.ObjectType):
    """An image in one size. The file is made when it is first fetched."""

    url = graphene.String(required=True, description="Absolute address of the file.")
    width = graphene.Int(required=True, description="Width in pixels.")
    height = graphene.Int(required=True, description="Height in pixels.")
    content_type = graphene.String(required=True, description="Media type, for `type` of a source element.")
    src_set = graphene.String(
        required=True, description="The same from half to double its size, for the attribute srcset."
    )

    def resolve_url(root: Rendered, info: GraphQLResolveInfo) -> str:
        return root.size.url

    def resolve_width(root: Rendered, info: GraphQLResolveInfo) -> int:
        return root.size.width

    def resolve_height(root: Rendered, info: GraphQLResolveInfo) -> int:
        return root.size.height

    def resolve_content_type(root: Rendered, info: GraphQLResolveInfo) -> str:
        name = f"x.{root.form}" if root.form and not root.size.image.is_svg() else root.size.image.file.name
        return mimetypes.guess_type(name)[0] or "application/octet-stream"

    @batch
    def resolve_src_set(rendered: list[Rendered], info: GraphQLResolveInfo) -> list[str]:
        wishes = [
            (each.size.image, each.preset.spec(scale, each.form)) for each in rendered for scale in SCALES
        ]
        wishes = [
            (each.size.image, each.preset.spec(scale, each.form)) for each in rendered for scale in SCALES
        ]
        found = sized(wishes, context_of(info))
        count = len(SCALES)
        return [src_set(found[start : start + count]) for start in range(0, len(found), count)]


class FocalPoint(graphene.ObjectType):
    """What must stay visible when an image is cropped, as parts of its sides from the left and the top."""

    x = graphene.Float(required=True, description="From 0, the left side, to 1.")
    y = graphene.Float(required=True, description="From 0, the upper side, to 1.")


class Image(graphene.ObjectType):
    """An image as used in one place and one language."""

    id = graphene.ID(required=True, description="Opaque id, the same wherever the image is used.")
    alt = graphene.String(required=True, description="What to say instead of it; empty when decorative.")
    is_decorative = graphene.Boolean(required=True, description="True when screen readers should skip it.")
    width = graphene.Int(required=True, description="Width of the original in pixels.")
    height = graphene.Int(required=True, description="Height of the original in pixels.")
    focal_point = graphene.Field(FocalPoint, description="Null when nobody has marked one.")
    placeholder = graphene.String(
        description="A blurred preview of some 25 bytes: ThumbHash in base64; null when there is none."
    )
    rendition = graphene.Field(
        ImageRendition,
        description="The image in one of the preset sizes.",
        preset=ImagePreset(required=True, description="Which size."),
        format=ImageFormat(description="Which format; left out, that of the original."),
    )

    def resolve_id(root: ImageUse, info: GraphQLResolveInfo) -> str:
        return global_id(root.image)

    def resolve_alt(root: ImageUse, info: GraphQLResolveInfo) -> str:
        return "" if root.is_decorative else root.alt

    def resolve_width(root: ImageUse, info: GraphQLResolveInfo) -> int:
        return root.image.width

    def resolve_height(root: ImageUse, info: GraphQLResolveInfo) -> int:
        return root.image.height

    def resolve_focal_point(root: ImageUse, info: GraphQLResolveInfo) -> dict[str, float] | None:
        image = root.image
        if image.focal_point_x is None or image.focal_point_y is None:
            return None
        return {"x": image.focal_point_x / image.width, "y": image.focal_point_y / image.height}

    def resolve_placeholder(root: ImageUse, info: GraphQLResolveInfo) -> str | None:
        return root.image.placeholder or None

    @batch
    def resolve_rendition(
        uses: list[ImageUse],
        info: GraphQLResolveInfo,
        preset: Preset,
        format: str | None = None,  # noqa: A002 -- the argument's name in the schema
    ) -> list[Rendered]:
        wishes = [(use.image, preset.spec(form=format)) for use in uses]
        sizes = sized(wishes, context_of(info))
        return [Rendered(size, preset, format) for size in sizes]


def src_set(sizes: list[Sized]) -> str:
    """Return one address for each width; an image is never enlarged, so that widths may be equal."""
    by_width = {size.width: size.url for size in sizes}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def described(image: ContentImage) -> ImageUse:
    """Return the image with its own description as alternative text."""
    return ImageUse(image, image.description, is_decorative=not image.description)
