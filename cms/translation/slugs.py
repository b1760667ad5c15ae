"""The address of a translation: from its title until it is first published, then only by a person's wish."""

from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.text import slugify

# Shown to translators as the tool that made the string. A slug that a person typed has another one, or none.
TOOL = "Dilmaç"


def propose_slug(translation: Translation) -> None:
    """Fill in the slug among the strings of the translation, unless a person has typed one.

    Before the first publication it is made from the translated title and follows it; after that it is
    the address that the page has.
    """
    segment = segment_at("slug", translation)
    if segment is None or is_typed(string_for(segment, translation)):
        return
    slug = published_slug(translation) or slug_of_title(translation)
    if not slug:
        return
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        defaults={
            "data": slug,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": TOOL,
            "has_error": False,
            "field_error": "",
        },
    )


def propose_slug_for(title: StringTranslation) -> None:
    """Let the slug follow when the string is the title of a page; for any other string do nothing."""
    if title.context is None or title.context.path != "title":
        return
    for translation in Translation.objects.filter(
        source__object_id=title.context.object_id, target_locale_id=title.locale_id
    ):
        propose_slug(translation)


def slug_in(translation: Translation, page: Page) -> str:
    """Return the slug that the page is to have: the translated one, made safe and free among its siblings.

    Without a usable translation it is the one that the page has.
    """
    segment = segment_at("slug", translation)
    string = string_for(segment, translation) if segment else None
    language = translation.target_locale.language_code
    wanted = slugify(string.data, language=language) if string and not string.has_error else ""
    stored = Page.objects.values_list("slug", flat=True).get(pk=page.pk)
    free: str = find_available_slug(page.get_parent(), wanted or stored, ignore_page_id=page.pk)
    return free


def segment_at(path: str, translation: Translation) -> StringSegment | None:
    return StringSegment.objects.filter(source_id=translation.source_id, context__path=path).first()


def string_for(segment: StringSegment, translation: Translation) -> StringTranslation | None:
    return StringTranslation.objects.filter(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
    ).first()


def is_typed(string: StringTranslation | None) -> bool:
    if string is None or string.has_error:
        return False
    is_by_hand: bool = string.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL
    return is_by_hand and string.tool_name != TOOL


def published_slug(translation: Translation) -> str:
    published = Page.objects.filter(
        translation_key=translation.source.object_id,
        locale_id=translation.target_locale_id,
        first_published_at__isnull=False,
        alias_of__isnull=True,
    )
    return published.values_list("slug", flat=True).first() or ""


def slug_of_title(translation: Translation) -> str:
    segment = segment_at("title", translation)
    title = string_for(segment, translation) if segment else None
    return slugify(title.data, language=translation.target_locale.language_code) if title else ""
