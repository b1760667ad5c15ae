"""Ties a hand-written translation to its original, so that translators find it finished in their editor."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


@transaction.atomic
def link_translation(original: Page, translated: Page) -> None:
    """Record the translated page's words as translations of the original's segments, place by place."""
    source, _ = TranslationSource.get_or_create_from_instance(original)
    Translation.objects.get_or_create(source=source, target_locale=translated.locale)
    words = {
        (segment.path, segment.order): segment.string.data
        for segment in extract_segments(translated)
        if isinstance(segment, StringSegmentValue)
    }
    for segment in source.stringsegment_set.select_related("string", "context"):
        data = words.get((segment.context.path, segment.order))
        if data:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translated.locale,
                defaults={"data": data},
            )
