"""Images and their renditions, for many uses of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wagtail.images.models import Filter

from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.models import ContentImage, Rendition


def public_images(keys: Iterable[int], context: Context) -> dict[int, ContentImage | None]:
    """Return the image of each primary key, None for one that is not public, at the cost of one query."""

    def load(wanted: list[int]) -> dict[int, ContentImage]:
        images = context.audience.files(ContentImage.objects.filter(pk__in=wanted))
        return {image.pk: image for image in images}

    return remembered(context, "image", keys, load)


def renditions(images: Sequence[ContentImage], spec: str) -> list[Rendition]:
    """Return each image as specified, at the cost of one query; those not there yet are made."""
    filters = [image.clean_filter_for_svg(Filter(spec=spec)) for image in images]
    found = existing(images, {wanted.spec for wanted in filters})
    return [
        rendition_of(image, wanted, found) or image.get_rendition(wanted)
        for image, wanted in zip(images, filters, strict=True)
    ]


Found = dict[tuple[int, str, str], Rendition]


def existing(images: Sequence[ContentImage], specs: set[str]) -> Found:
    rows = Rendition.objects.filter(image__in={image.pk for image in images}, filter_spec__in=specs)
    return {(row.image_id, row.filter_spec, row.focal_point_key): row for row in rows}


def rendition_of(image: ContentImage, wanted: Filter, found: Found) -> Rendition | None:
    rendition = found.get((image.pk, wanted.spec, wanted.get_cache_key(image)))
    if rendition:
        rendition.image = image  # its address depends on it, and would be asked for one by one
    return rendition
