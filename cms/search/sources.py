"""What can be found, and by what: the contributed search fields, by model and by content type."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils import translation
from wagtail.models import Page

from cms.domain.visibility import Audience
from cms.plugin_host.composition import PluginSet
from cms.plugin_host.parts import SearchFields


@dataclass(frozen=True)
class Source:
    """Search fields with the label of whoever contributes them."""

    owner: str
    fields: SearchFields


@dataclass(frozen=True)
class Kind:
    """A model that results can be of, with the name by which the API counts and chooses them."""

    name: str
    model: type[Model]
    source: Source

    @property
    def is_page(self) -> bool:
        return issubclass(self.model, Page)

    def public(self, language: str, audience: Audience) -> QuerySet[Any]:  # Any: rows of the kind's model
        """Return the objects of this kind, which is no page, that readers of the language may see."""
        fields = self.source.fields
        if fields.public is None:
            return audience.snippets(self.model._default_manager.all())
        return fields.public(language, audience)

    def told(self, keys: Collection[int], language: str, audience: Audience) -> Mapping[int, Any]:
        """Return by primary key what results of this kind, which is no page, are resolved from."""
        objects = list(self.public(language, audience).filter(pk__in=keys))
        tell = self.source.fields.told
        return tell(objects, language, audience) if tell else {each.pk: each for each in objects}

    def label(self, language: str) -> str:
        """Return what such things are called in the language, in the plural."""
        with translation.override(language):
            label = "" if self.is_page else self.source.fields.label
            return str(label or self.model._meta.verbose_name_plural)


def source_of(model: type[Model], *, plugins: PluginSet) -> Source | None:
    """Return what objects of the model are found by: the fields of the nearest class that has some."""
    sources = _sources(plugins)
    return next((sources[base] for base in model.__mro__ if base in sources), None)


def followed(model: type[Model], *, plugins: PluginSet) -> tuple[str, ...]:
    """Return the attributes that lead from a row of the model to the objects whose texts it is part of."""
    return _followed(plugins).get(model, ())


def kinds_of(plugins: PluginSet) -> Mapping[int, Kind]:
    """Return every kind of result by the primary key of its content type."""
    found = tuple(_kinds(plugins))
    types = ContentType.objects.get_for_models(*(kind.model for kind in found))
    return {types[kind.model].pk: kind for kind in found}


def _kinds(plugins: PluginSet) -> Iterator[Kind]:
    for _owner, (model, graphql_type) in plugins.collect("page_types"):
        source = source_of(model, plugins=plugins)
        if source is not None:
            yield Kind(graphql_type._meta.name, model, source)
    for model, source in _sources(plugins).items():
        if not issubclass(model, Page):
            yield Kind(source.fields.kind, model, source)


@cache
def _sources(plugins: PluginSet) -> dict[type[Any], Source]:
    return {fields.model: Source(owner, fields) for owner, fields in plugins.collect("search_fields")}


@cache
def _followed(plugins: PluginSet) -> dict[type[Any], tuple[str, ...]]:
    found: dict[type[Any], tuple[str, ...]] = {}
    for _owner, fields in plugins.collect("search_fields"):
        for model, attribute in fields.follows:
            found[model] = (*found.get(model, ()), attribute)
    return found
