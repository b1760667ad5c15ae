"""What people made with a plugin and would lose with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import CASCADE, Model
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail_localize.models import TranslationSource

from cms.domain.removal.stored_blocks import stored_in_fields, stored_in_revisions, stored_in_sources
from cms.plugin_host.declaration import PluginConfig

DELETE_PAGES = "Delete these pages in the admin; that works while the plugin is disabled, too."
DELETE_BLOCKS = "Open these in the admin, delete the block and publish."
DELETE_DRAFTS = "Open these in the admin and delete the block from the draft."
UPDATE_SOURCES = "Translators still have the block: open the original and choose “Sync translated pages”."
DROP_HISTORY = "Only the history has them. Repeat with --drop-history to delete these revisions."


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Content of one kind: what it is, where each piece is, and how a person gets rid of it."""

    what: str
    places: tuple[str, ...]
    remedy: str


def content_of(plugin: PluginConfig, *, drop: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return the content that is left, but for the rows of the models in `drop` ("networks.linkstate")."""
    found = (*pages(plugin), *rows(plugin, drop=drop), *blocks(plugin))
    return tuple(finding for finding in found if finding.places)


def pages(plugin: PluginConfig) -> Iterator[Finding]:
    for model in tables(plugin):
        if issubclass(model, Page):
            places = tuple(page_place(page) for page in model._base_manager.order_by("pk"))
            yield Finding(what=f"{model._meta.label}: pages", places=places, remedy=DELETE_PAGES)


def rows(plugin: PluginConfig, *, drop: Collection[str]) -> Iterator[Finding]:
    for model in tables(plugin):
        if issubclass(model, Page) or is_part(model) or model._meta.label_lower in drop:
            continue
        yield Finding(
            what=f"{model._meta.label}: rows",
            places=tuple(f"id {row.pk}: {row}" for row in model._base_manager.order_by("pk")),
            remedy="Delete them in the admin while the plugin is enabled, or let them go with their table: "
            f"--drop {model._meta.label_lower}.",
        )


def blocks(plugin: PluginConfig) -> Iterator[Finding]:
    """Yield where the plugin's blocks are stored outside of its own content."""
    names = {name for name, _block in plugin.blocks()}
    fields = [row for row in stored_in_fields(names) if row._meta.app_label != plugin.label]
    drafts, history = drafts_and_history(plugin)
    sources = [
        source
        for source in stored_in_sources(names)
        if source.specific_content_type.app_label != plugin.label and is_alive(source)
    ]
    what = f"blocks {', '.join(sorted(names))}"
    yield Finding(what=f"{what}: stored", places=places(fields), remedy=DELETE_BLOCKS)
    yield Finding(what=f"{what}: drafts", places=places(drafts), remedy=DELETE_DRAFTS)
    yield Finding(what=f"{what}: translators’ originals", places=places(sources), remedy=UPDATE_SOURCES)
    yield Finding(what=f"{what}: earlier versions", places=places(history), remedy=DROP_HISTORY)


def drafts_and_history(plugin: PluginConfig) -> tuple[list[Revision], list[Revision]]:
    """Return the revisions with the plugin's blocks that may still go live, and those that are past."""
    names = {name for name, _block in plugin.blocks()}
    found = [item for item in stored_in_revisions(names) if item.content_type.app_label != plugin.label]
    live = [item for item in found if item.approved_go_live_at or item.is_latest_revision()]
    return live, [item for item in found if item not in live]


def is_alive(source: TranslationSource) -> bool:
    """Whether the original still exists: what translators have of a deleted one nobody can open."""
    try:
        source.get_source_instance()
    except ObjectDoesNotExist:
        return False
    return True


def tables(plugin: PluginConfig) -> list[type[Model]]:
    """Return the plugin's models whose tables are there: it may never have been migrated."""
    existing = set(connection.introspection.table_names())
    return [
        model
        for model in plugin.get_models()
        if model._meta.managed and not model._meta.proxy and model._meta.db_table in existing
    ]


def is_part(model: type[Model]) -> bool:
    """Whether its rows are deleted with those of another model of the plugin, and are counted there."""
    return any(
        field.remote_field.model._meta.app_label == model._meta.app_label
        and field.remote_field.model is not model
        and field.remote_field.on_delete is CASCADE
        and not field.null
        for field in model._meta.local_fields
        if field.remote_field
    )


def places(found: Collection[Model]) -> tuple[str, ...]:
    return tuple(place(item) for item in found)


def place(item: Model) -> str:
    """Return where a person finds it: the address of its admin page if it has one."""
    if isinstance(item, Revision):
        subject = item.content_object
        return f"revision {item.pk} of {place(subject) if subject else item.object_str}"
    if isinstance(item, TranslationSource):
        return place(item.get_source_instance())
    return page_place(item) if isinstance(item, Page) else f"{item._meta.label} {item.pk}: {item}"


def page_place(page: Page) -> str:
    address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    return f"“{page.title}” ({page.locale.language_code}) {address}"
