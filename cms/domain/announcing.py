"""From Wagtail's signals to events. An alias has no words of its own and announces nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.dispatch import Signal
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.domain.dispatch import announce
from cms.events.content import PageEvent, PageMoved, PagePublished, PageUnpublished


def on_published(instance: Page, alias: bool = False, **kwargs: object) -> None:
    # The signal is sent for a page that is only scheduled, too.
    if instance.live and not alias:
        announce(about(instance, PagePublished))


def on_unpublished(instance: Page, **kwargs: object) -> None:
    if not instance.alias_of_id:
        announce(about(instance, PageUnpublished))


def on_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: object) -> None:
    if url_path_before != url_path_after and not instance.alias_of_id:
        announce(about(instance, PageMoved))


def about(page: Page, kind: type[PageEvent]) -> PageEvent:
    return kind(
        page_id=page.pk,
        locale=page.locale.language_code,
        translation_key=page.translation_key,
        page_type=".".join(page.content_type.natural_key()),
    )


RECEIVERS: tuple[tuple[Signal, Callable[..., None]], ...] = (
    (page_published, on_published),
    (page_unpublished, on_unpublished),
    (post_page_move, on_moved),
)
