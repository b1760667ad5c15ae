"""What is true of a language version, written down when it happens; writes LanguageVersion rows only."""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationLog

from cms.models import LanguageVersion, User
from cms.text import sort_key
from cms.translation.fingerprints import fingerprint_of
from cms.translation.originals import original_of
from cms.translation.outdating import UNKNOWN, note_outdated


def record_title(page: Page) -> None:
    """Store the sort key of the page's title, by the alphabet of the page's language."""
    key = sort_key(page.title, language=page.locale.language_code)
    LanguageVersion.objects.bulk_create(
        [LanguageVersion(page_id=page.pk, sort_key=key)],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["sort_key"],
    )


def record_publication(page: Page, *, revision: Revision | None) -> None:
    """Store what the page says now, and what it was made from.

    - Published from a translation: what the translator was shown, how much of it is translated, and
      whether a machine did any of it.
    - Written by hand: the original as it is now counts as what it was made from, the first time. After
      that only a person can say that the version has caught up: see mark_reviewed.
    """
    version = LanguageVersion.objects.get_or_create(page_id=page.pk)[0]
    version.fingerprint = fingerprint_of(page)
    work = TranslationLog.objects.filter(revision=revision).last() if revision else None
    translation = translation_behind(work) if work else None
    if work and translation:
        version.source_fingerprint = source_fingerprint_of(translation, work)
        version.completeness = completeness_of(translation)
        version.is_machine = is_by_machine(translation)
    elif not version.source_fingerprint:
        version.source_fingerprint = published_fingerprint_of(original_of(page))
    version.save()
    note_outdated(page.translation_key, at=page.last_published_at or timezone.now())


def mark_reviewed(page: Page, *, user: User) -> None:
    """Record a person's word that the live version says what the original says now.

    Raises ValidationError when there is nothing to compare: no original, or no live version.
    """
    original = original_of(page)
    if original is None:
        raise ValidationError(_("This is the original; there is nothing to review it against."))
    if not page.live or page.alias_of_id:
        raise ValidationError(_("Only a published version can be marked as reviewed."))
    version = LanguageVersion.objects.get_or_create(page_id=page.pk)[0]
    version.reviewed_revision = page.live_revision
    version.source_fingerprint = published_fingerprint_of(original)
    version.is_machine = False
    if not Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).exists():
        version.completeness = 100
    version.save()
    note_outdated(page.translation_key, at=timezone.now())
    log(instance=page, action="cms.mark_reviewed", user=user, revision=page.live_revision)


def translation_behind(work: TranslationLog) -> Translation | None:
    return Translation.objects.filter(source_id=work.source_id, target_locale_id=work.locale_id).first()


def source_fingerprint_of(translation: Translation, work: TranslationLog) -> str:
    # Synchronised since the draft was made: what the translator saw then is not kept anywhere.
    if translation.source.last_updated_at > work.created_at:
        return UNKNOWN
    return fingerprint_of(translation.source.as_instance())


def completeness_of(translation: Translation) -> int:
    """Return the percentage of translated strings; 100 only when there is none left."""
    total, done = translation.get_progress()
    return 100 if total == 0 else done * 100 // total


def is_by_machine(translation: Translation) -> bool:
    strings: QuerySet[StringTranslation] = translation.source.stringsegment_set.get_translations(
        translation.target_locale
    )
    return strings.filter(translation_type="machine", has_error=False).exists()


def published_fingerprint_of(original: Page | None) -> str:
    """Return the fingerprint of the original's published text; of its draft when it was never published."""
    if original is None:
        return ""
    known = LanguageVersion.objects.filter(page_id=original.pk).values_list("fingerprint", flat=True).first()
    return known or fingerprint_of(original)
