"""Images and their renditions, for many uses of them. No image is made while a question is answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BigAutoField
from django.urls import reverse
from wagtail.images.models import Filter
from wagtail.images.utils import generate_signature

from cms.domain.addresses import served_here
from cms.domain.visibility import VisibleQuestion
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.models import ContentImage, Rendition


@dataclass(frozen=True)
class Sized:
    """An image in one size: where the file is, or where it is made when first asked for."""

    image: ContentImage
    url: str
    width: int
    height: int


def public_images(keys: Iterable[int], context: Context) -> dict[int, ContentImage | None]:
    """Return the image of each primary key, None for one that is not public, at the cost of one query."""

    def load(wanted: list[int]) -> dict[int, ContentImage]:
        return {image.pk: image for image in AMONG.ask(context.audience, keys=wanted)}

    return remembered(context, "image", keys, load)


AMONG = VisibleQuestion(
    lambda audience, keys: audience.files(ContentImage.objects.filter(pk__in=keys)), keys=BigAutoField()
)


def sized(wishes: Sequence[tuple[ContentImage, str]], context: Context) -> list[Sized]:
    """Return each image in the size of its filter specification, at the cost of one query for all.

    A second question about the same images, for other sizes or formats, costs none.
    """
    wanted = [(image, image.clean_filter_for_svg(Filter(spec=spec))) for image, spec in wishes]
    found = remembered(context, "renditions", (image.pk for image, _ in wanted), existing)
    return [in_size(image, size, found[image.pk] or {}) for image, size in wanted]


Renditions = dict[tuple[str, str], Rendition]
"""The files that there are of one image, by specification and focal point."""


def existing(keys: list[int]) -> dict[int, Renditions]:
    found: dict[int, Renditions] = defaultdict(dict)
    for row in Rendition.objects.filter(image__in=keys):
        found[row.image_id][row.filter_spec, row.focal_point_key] = row
    return found


def in_size(image: ContentImage, size: Filter, renditions: Renditions) -> Sized:
    rendition = renditions.get((size.spec, size.get_cache_key(image)))
    return made(image, rendition) if rendition else to_be_made(image, size)


def made(image: ContentImage, rendition: Rendition) -> Sized:
    rendition.image = image  # its address depends on it, and would be asked for one by one
    return Sized(image, served_here(rendition.url), rendition.width, rendition.height)


def to_be_made(image: ContentImage, size: Filter) -> Sized:
    """Return the address that makes the file once for everybody; its size is known by calculation."""
    width, height = size.get_transform(image).size
    name = image.file.name.rpartition("/")[2]
    address = reverse("image", args=(generate_signature(image.pk, size.spec), image.pk, size.spec, name))
    return Sized(image, served_here(address), max(1, round(width)), max(1, round(height)))
