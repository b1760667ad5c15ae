"""A short value that changes exactly when what there is to translate changes; reads the page it is given."""

import hashlib
import json
import re
from typing import TypeAlias

from wagtail.models import Page
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

Segment: TypeAlias = (
    StringSegmentValue | TemplateSegmentValue | RelatedObjectSegmentValue | OverridableSegmentValue
)

_ID = re.compile(r"\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.|$)")


def fingerprint_of(page: Page) -> str:
    """Return 64 hexadecimal digits that stand for the page's words, links, files and their order.

    The address is left out: a page that has moved says what it said. So are the ids of blocks: a
    paragraph that was deleted and typed again is the same paragraph.
    """
    content = [described(segment) for segment in extract_segments(page.specific) if segment.path != "slug"]
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def described(segment: Segment) -> list[object]:
    return [_ID.sub("", segment.path), type(segment).__name__, value_of(segment)]


def value_of(segment: Segment) -> object:
    if isinstance(segment, StringSegmentValue):
        return [segment.string.data, segment.attrs]
    if isinstance(segment, TemplateSegmentValue):
        return segment.template
    if isinstance(segment, RelatedObjectSegmentValue):
        return str(segment.translation_key)
    return segment.data
