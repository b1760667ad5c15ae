"""Pictures: what they say they are, whole, and no larger when drawn than a scan is."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from .faults import Fault

FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}
MOST_PIXELS = 120_000_000  # an A3 page at 600 dpi has 70 million


def fault_of_image(content: bytes, kind: str) -> Fault | None:
    """Return what is wrong with a picture; None when nothing is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we set a bound of our own
            with Image.open(BytesIO(content), formats=(FORMATS[kind],)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return Fault.EXPANDS_TOO_MUCH
                picture.verify()
    except UnidentifiedImageError:
        return Fault.TYPE_MISMATCH
    except Image.DecompressionBombError:
        return Fault.EXPANDS_TOO_MUCH
    except (OSError, SyntaxError, ValueError):
        return Fault.DAMAGED
    return None
