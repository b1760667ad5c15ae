"""Translations in the making, as wagtail-localize keeps them."""

import pytest
from wagtail.models import Locale
from wagtail_localize import operations
from wagtail_localize.models import StringTranslation, Translation


@pytest.fixture
def submit(write):
    """Submit a page for translation and write strings of it; returns wagtail-localize's record."""

    def submit(page, language="en", **strings):
        locale = Locale.objects.get(language_code=language)
        operations.translate_object(page, [locale])
        translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
        write(translation, **strings)
        return translation

    return submit


@pytest.fixture
def write():
    """Write translated strings by the path of their field."""

    def write(translation, translation_type="manual", **strings):
        for path, text in strings.items():
            segment = translation.source.stringsegment_set.get(context__path=path)
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": text, "translation_type": translation_type, "tool_name": ""},
            )

    return write
