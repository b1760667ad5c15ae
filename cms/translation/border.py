"""Where signals of Wagtail and wagtail-localize come in; calls the rules of this package and nothing else."""

from collections.abc import Callable

from django.core import checks
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import Signal
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import page_published
from wagtail_localize.models import (
    LocaleSynchronization,
    StringTranslation,
    post_save_string_translation,
)

from cms.translation import engine, privacy, recording, slugs, synchronisation


def on_page_published(
    instance: Page, revision: Revision | None = None, alias: bool = False, **kwargs: object
) -> None:
    # The signal is sent for a page that is only scheduled, too; an alias has no words of its own.
    if instance.live and not alias:
        recording.record_publication(instance, revision=revision)


def on_saved(
    instance: Model, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: object
) -> None:
    if isinstance(instance, Page) and not raw and (update_fields is None or "title" in update_fields):
        recording.record_title(instance)


def on_string_saved(instance: StringTranslation, raw: bool = False, **kwargs: object) -> None:
    engine.show_draft_title(instance)
    if not raw:
        slugs.propose_slug_for(instance)


def on_restriction_saved(instance: PageViewRestriction, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        privacy.carry(instance)


def on_restriction_deleted(instance: PageViewRestriction, **kwargs: object) -> None:
    privacy.lift(instance)


def on_restriction_groups(
    instance: PageViewRestriction, action: str, reverse: bool, **kwargs: object
) -> None:
    if not reverse and action in {"post_add", "post_remove", "post_clear"}:
        privacy.carry(instance)


RECEIVERS: tuple[tuple[Signal, Callable[..., None], type[Model] | None], ...] = (
    (page_published, on_page_published, None),
    (post_save, on_saved, None),
    (post_save, on_string_saved, StringTranslation),
    (post_save, on_restriction_saved, PageViewRestriction),
    (post_delete, on_restriction_deleted, PageViewRestriction),
    (m2m_changed, on_restriction_groups, PageViewRestriction.groups.through),
    (pre_save, synchronisation.refuse_synchronisation, LocaleSynchronization),
)


def connect() -> None:
    """Put the rules in force in this process. Called once, when the apps are loaded."""
    engine.install()
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)  # ours cuts what is too long
    synchronisation.remove_from_locale_form()
    checks.register(synchronisation.check_synchronisation, checks.Tags.database)
    for signal, receiver, sender in RECEIVERS:
        signal.connect(receiver, sender=sender, dispatch_uid=receiver.__name__)
