"""How a translation becomes a draft and a draft becomes public; the only writer of translated content.

wagtail-localize saves a draft into the row that readers are served from, and publishes in the name of
nobody. `install` puts `save_target` below in the place of its own, so that its editor, its views and its
commands all come through here.
"""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail_localize import operations
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)

from cms.models import User
from cms.translation.aliases import detach
from cms.translation.slugs import propose_slug, slug_in
from cms.translation.submission import CarefulCreator

# What wagtail-localize does by itself.
STOCK_SAVE_TARGET = Translation.save_target
STOCK_SYNC_VIEW_RESTRICTIONS = TranslationSource.sync_view_restrictions


def install() -> None:
    """Put our rules in place of wagtail-localize's, for every caller. Doing it twice changes nothing."""
    Translation.save_target = save_target
    TranslationSource.sync_view_restrictions = sync_view_restrictions
    operations.TranslationCreator = CarefulCreator


def save_target(translation: Translation, user: User | None = None, publish: bool = True) -> None:
    """Save what is translated so far, as wagtail-localize's method of this name promises to.

    Models without drafts are saved its way: what has no draft has no live version to protect.
    """
    if not issubclass(translation.source.specific_content_type.model_class(), DraftStateMixin):
        STOCK_SAVE_TARGET(translation, user=user, publish=publish)
    elif publish:
        publish_translation(translation, user=user)
    else:
        save_draft_translation(translation, user=user)


def save_draft_translation(translation: Translation, *, user: User | None) -> Revision:
    """Return a new draft with what is translated so far; the rest is in the language of the original.

    Readers see no difference: the row of a live version is left alone. Raises ValidationError when the
    translated content is not valid; the strings at fault then carry the message.
    """
    target = target_of(translation, user=user)
    propose_slug(translation)
    try:
        with transaction.atomic():
            return drafted(translation, target, user=user)
    except ValidationError as error:
        mark_strings(translation, error)
        raise


def publish_translation(translation: Translation, *, user: User | None) -> Revision:
    """Return the revision that is published with what is translated so far, in the name of the user.

    A version with a date in the future is scheduled instead. Raises ValidationError as
    save_draft_translation does, and PermissionDenied when the user may not publish.
    """
    revision = save_draft_translation(translation, user=user)
    revision.publish(user=user)
    return revision


def sync_view_restrictions(source: TranslationSource, original: Model, translated: Model) -> None:
    """Leave privacy to the moment in which it is set; wagtail-localize would open a private translation."""


def show_draft_title(instance: StringTranslation) -> None:
    """Show a translated title in the page explorer, cut to what the column holds.

    wagtail-localize writes it whole: PostgreSQL then refuses the string, and with it the message that says
    that the title is too long.
    """
    if instance.context.path == "title":
        pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=instance.data[: Page._meta.get_field("draft_title").max_length])


def target_of(translation: Translation, *, user: User | None) -> DraftStateMixin:
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return new_target(translation)
    if isinstance(target, Page) and target.alias_of_id:
        detach(target, user=user)
    return target


def new_target(translation: Translation) -> DraftStateMixin:
    try:
        copy = translation.source.as_instance().copy_for_translation(translation.target_locale)
    except ParentNotTranslatedError as error:
        raise ValidationError({"slug": _("Translate the page above this one first.")}) from error
    if not isinstance(copy, Page):
        copy.live, copy.has_unpublished_changes = False, True
        copy.live_revision = copy.first_published_at = copy.last_published_at = None
        copy.save()
    return copy


def drafted(translation: Translation, target: DraftStateMixin, *, user: User | None) -> Revision:
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    if isinstance(draft, Page):
        draft.slug = slug_in(translation, draft)
    if not target.live:
        draft.save()
    revision = draft.save_revision(user=user)
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )
    return revision


def mark_strings(translation: Translation, error: ValidationError) -> None:
    for field, errors in getattr(error, "error_dict", {}).items():
        place = {
            "context__object_id": translation.source.object_id,
            "context__path": field,
            "locale_id": translation.target_locale_id,
        }
        strings = StringTranslation.objects.filter(
            translation_of__segments__source_id=translation.source_id, **place
        )
        for wrong in (*strings.distinct(), *SegmentOverride.objects.filter(**place)):
            wrong.set_field_error(errors)
