"""ThumbHash: an image as some 25 bytes, blurred, to be shown until the image is there.

After the reference implementation of Evan Wallace, https://evanw.github.io/thumbhash/ (public format).
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PIL import Image, ImageOps

LARGEST = 48  # pixels; the format allows 100, and nobody sees the difference
SEEN_ALPHA, SEEN_OPAQUE = 5, 7


@dataclass(frozen=True)
class Channel:
    """The cosine transform of one channel: its average, its waves between 0 and 1, and their scale."""

    average: float
    waves: tuple[float, ...]
    scale: float


def placeholder_of(image: Image.Image) -> str:
    """Return the ThumbHash of an image in base64."""
    small = ImageOps.exif_transpose(image).convert("RGBA")
    small.thumbnail((LARGEST, LARGEST))
    return b64encode(thumbhash(small)).decode()


def thumbhash(image: Image.Image) -> bytes:
    """Return the ThumbHash of an RGBA image of at most 100 by 100 pixels."""
    width, height = image.size
    stored = cast(Iterable[tuple[int, ...]], image.get_flattened_data())
    pixels = [tuple(value / 255 for value in pixel) for pixel in stored]
    has_alpha = any(pixel[3] < 1 for pixel in pixels)
    seen, longer = SEEN_ALPHA if has_alpha else SEEN_OPAQUE, max(width, height)
    across, down = (max(1, round(seen * side / longer)) for side in (width, height))
    light, yellow, red, alpha = zip(*lpqa(pixels), strict=True)
    channels = [
        transformed(light, width, max(across, 3), max(down, 3)),
        transformed(yellow, width, 3, 3),
        transformed(red, width, 3, 3),
    ]
    if has_alpha:
        channels.append(transformed(alpha, width, 5, 5))
    return packed(channels, is_landscape=width > height, shorter=down if width > height else across)


def lpqa(pixels: Sequence[tuple[float, ...]]) -> Iterator[tuple[float, float, float, float]]:
    """Yield light, yellow against blue, red against green, alpha; what is clear has the average colour."""
    total = sum(pixel[3] for pixel in pixels)
    averages = [
        sum(pixel[band] * pixel[3] for pixel in pixels) / total if total else 0.0 for band in range(3)
    ]
    for *bands, alpha in pixels:
        red, green, blue = (
            average * (1 - alpha) + band * alpha for average, band in zip(averages, bands, strict=True)
        )
        yield (red + green + blue) / 3, (red + green) / 2 - blue, red - green, alpha


def transformed(values: Sequence[float], width: int, across: int, down: int) -> Channel:
    height = len(values) // width
    horizontal = [waves_along(width, frequency) for frequency in range(across)]
    vertical = [waves_along(height, frequency) for frequency in range(down)]
    rows = [values[start : start + width] for start in range(0, len(values), width)]
    found = [
        sum(
            rise * sum(map(float.__mul__, row, horizontal[x]))
            for rise, row in zip(vertical[y], rows, strict=True)
        )
        / len(values)
        for y in range(down)
        for x in range(across)
        if x * down < across * (down - y)
    ]
    average, waves = found[0], found[1:]
    scale = max(map(abs, waves), default=0.0)
    return Channel(average, tuple(0.5 + 0.5 / scale * wave if scale else wave for wave in waves), scale)


def waves_along(length: int, frequency: int) -> list[float]:
    return [math.cos(math.pi / length * frequency * (place + 0.5)) for place in range(length)]


def packed(channels: Sequence[Channel], *, is_landscape: bool, shorter: int) -> bytes:
    """Return header and waves as the format has them, four bits a wave."""
    light, yellow, red, *alpha = channels
    head = (
        round(63 * light.average)
        | round(31.5 + 31.5 * yellow.average) << 6
        | round(31.5 + 31.5 * red.average) << 12
        | round(31 * light.scale) << 18
        | bool(alpha) << 23
        | shorter << 24
        | round(63 * yellow.scale) << 27
        | round(63 * red.scale) << 33
        | is_landscape << 39
    )
    nibbles = [round(15 * wave) for channel in channels for wave in channel.waves]
    if alpha:
        nibbles = [round(15 * alpha[0].average), round(15 * alpha[0].scale), *nibbles]
    pairs = zip(nibbles[::2], [*nibbles[1::2], 0], strict=False)
    return head.to_bytes(5, "little") + bytes(low | high << 4 for low, high in pairs)
