"""What the system keeps about a plugin without anybody having made it. It goes when the plugin goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, Model, Q, QuerySet
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import registry as log_registry
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)

from cms.models import JobRun, OutboxEntry, Problem
from cms.plugin_host.declaration import PluginConfig

Rows = QuerySet[Model]


def traces_of(plugin: PluginConfig) -> dict[str, int]:
    """Return how many rows there are, by model."""
    counts: dict[str, int] = {}
    for rows in traces(plugin):
        name = rows.model._meta.label
        counts[name] = counts.get(name, 0) + rows.count()
    return {name: count for name, count in counts.items() if count}


def delete_traces(plugin: PluginConfig) -> None:
    """Delete them. The tables of the plugin must still be there: Django looks into them for references."""
    texts = tuple(translated_texts(plugin))
    for rows in traces(plugin):
        rows.delete()
    for rows in texts:
        rows.delete()
    ContentType.objects.clear_cache()


def traces(plugin: PluginConfig) -> Iterator[Rows]:
    """Yield the rows in the order in which they can be deleted."""
    types = ContentType.objects.filter(app_label=plugin.label)
    begins = f"{plugin.label}."
    yield Problem.objects.filter(owner=plugin.label)
    yield JobRun.objects.filter(name__startswith=begins)
    yield OutboxEntry.objects.filter(Q(subscriber__startswith=begins) | Q(event__startswith=begins))
    yield DBTaskResult.objects.filter(task_path__startswith=f"{plugin.name}.")
    for model in sorted(log_registry.get_log_entry_models(), key=lambda model: model._meta.label):
        yield model.objects.filter(content_type__in=types)
    ours = list(translated(plugin).values_list("pk", flat=True))
    stale = stale_contexts(plugin).values("pk")
    yield StringTranslation.objects.filter(context__in=stale)
    yield SegmentOverride.objects.filter(context__in=stale)
    yield stale_contexts(plugin)
    yield StringTranslation.objects.filter(context__object__in=ours)
    yield SegmentOverride.objects.filter(context__object__in=ours)
    yield TranslationSource.objects.filter(object__in=ours)
    yield TranslatableObject.objects.filter(pk__in=ours)
    for model, name in pointing_at_types():
        yield model._base_manager.filter(**{f"{name}__in": types})
    yield Permission.objects.filter(content_type__in=types)
    yield types


def translated(plugin: PluginConfig) -> QuerySet[TranslatableObject]:
    """Return what translators were given of the plugin; of what type a page is, only its source knows."""
    types = ContentType.objects.filter(app_label=plugin.label)
    sources = TranslationSource.objects.filter(specific_content_type__in=types)
    ours = Q(content_type__in=types) | Q(pk__in=sources.values("object"))
    found: QuerySet[TranslatableObject] = TranslatableObject.objects.filter(ours)
    return found


def stale_contexts(plugin: PluginConfig) -> QuerySet[TranslationContext]:
    """Return the places of its blocks in other pages, which wagtail-localize keeps when the block is gone."""
    names = [name for name, _block in plugin.blocks()]
    here = [Q(field_path__contains=f".{name}.") | Q(field_path__endswith=f".{name}") for name in names]
    ours: QuerySet[TranslationContext] = TranslationContext.objects.filter(reduce(or_, here, Q(pk__in=())))
    return ours


def translated_texts(plugin: PluginConfig) -> Iterator[Rows]:
    """Yield the texts that only the plugin's translations use, as they will be found when those are gone."""
    ours = translated(plugin).values("pk")
    strings = list(StringSegment.objects.filter(source__object__in=ours).values_list("string", flat=True))
    templates = list(
        TemplateSegment.objects.filter(source__object__in=ours).values_list("template", flat=True)
    )
    yield String.objects.filter(pk__in=strings).exclude(pk__in=StringSegment.objects.values("string"))
    yield Template.objects.filter(pk__in=templates).exclude(pk__in=TemplateSegment.objects.values("template"))


def pointing_at_types() -> Iterator[tuple[type[Model], str]]:
    """Yield every table that says of what type something is: revisions, references, search, workflows."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            remote = field.remote_field
            if (
                remote
                and remote.model is ContentType
                and remote.on_delete is CASCADE
                and model is not Permission
            ):
                yield model, field.name
