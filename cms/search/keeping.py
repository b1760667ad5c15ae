"""Keeps the index true to what is published, unpublished, saved or deleted, in the same transaction.

What makes a thing private, expired or another site's is not looked at here: it is asked at each search.
"""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from cms.plugin_host.composition import PluginSet
from cms.search.indexing import index, remove
from cms.search.sources import followed, source_of


def on_searchable_published(instance: Page, alias: bool = False, **kwargs: object) -> None:
    # The signal is sent for a page that is only scheduled, too; an alias has no words of its own.
    if instance.live and not alias and not instance.alias_of_id:
        index(instance.specific)


def on_searchable_unpublished(instance: Page, **kwargs: object) -> None:
    remove(instance.specific)


def on_searchable_saved(
    instance: Model, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: object
) -> None:
    # A migration's models are shapes of the past.
    if raw or isinstance(instance, Page) or instance._meta.apps is not apps:
        return
    if source_of(type(instance), plugins=PluginSet.installed()):
        # Saved in part, it may hold a draft in memory that its row does not have.
        whole = instance if update_fields is None else stored(instance)
        if whole is not None:
            index(whole)
    index_followed(instance)


def on_searchable_deleted(instance: Model, **kwargs: object) -> None:
    if instance._meta.apps is not apps:
        return
    # The entry of a page goes with its row.
    if not isinstance(instance, Page) and source_of(type(instance), plugins=PluginSet.installed()):
        remove(instance)
    index_followed(instance)


def index_followed(row: Model) -> None:
    """Read the texts again of each object that the row belongs to."""
    for attribute in followed(type(row), plugins=PluginSet.installed()):
        field = row._meta.get_field(attribute)
        key = getattr(row, field.attname)  # type: ignore[union-attr]  # a foreign key
        target = field.related_model._base_manager.filter(pk=key).first()  # type: ignore[union-attr]
        if target is not None:
            index(target)


def stored(instance: Model) -> Model | None:
    return type(instance)._base_manager.filter(pk=instance.pk).first()


RECEIVERS: tuple[tuple[Signal, Callable[..., None]], ...] = (
    (page_published, on_searchable_published),
    (page_unpublished, on_searchable_unpublished),
    (post_save, on_searchable_saved),
    (post_delete, on_searchable_deleted),
)
