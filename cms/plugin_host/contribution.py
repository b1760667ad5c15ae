"""The complete list of what a plugin can add: one frozen value, a field for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the declaration is read before models are ready
    from django.urls import URLPattern
    from graphene import ObjectType
    from wagtail.admin.viewsets.base import ViewSet
    from wagtail.models import Page

    from cms.events.base import Event
    from cms.plugin_host.parts import HealthCheck, HomePanel, Job, MenuEntry, SearchFields, Subscriber


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """What a plugin adds while it is enabled: built once, never changed."""

    queries: tuple[type[ObjectType], ...] = ()
    """Root query fields, merged into Query one by one."""
    mutations: tuple[type[ObjectType], ...] = ()
    """Root mutation fields, merged into Mutation one by one."""
    page_types: tuple[tuple[type[Page], type[ObjectType]], ...] = ()
    """Page models with the GraphQL type that serves them."""
    block_types: tuple[tuple[str, type[ObjectType]], ...] = ()
    """Body block names with the GraphQL type that serves them."""
    types: tuple[type[ObjectType], ...] = ()
    """Further GraphQL types that only an interface leads to."""
    viewsets: tuple[ViewSet, ...] = ()
    """Wagtail admin pages, with their menu items."""
    menu_items: tuple[MenuEntry, ...] = ()
    """Further menu items of the admin."""
    home_panels: tuple[HomePanel, ...] = ()
    """Panels of the admin's first page."""
    permissions: tuple[str, ...] = ()
    """Permissions that a group may be given, as "label.codename"."""
    operations: Path | None = None
    """The folder of *.graphql documents that a frontend may run."""
    events: tuple[type[Event], ...] = ()
    """Events that this plugin announces and others may receive."""
    subscribers: tuple[Subscriber, ...] = ()
    """What runs after events, each apart from the others."""
    health_checks: tuple[HealthCheck, ...] = ()
    """Questions about the running system, answered at /health."""
    jobs: tuple[Job, ...] = ()
    """Work that is due again and again."""
    search_fields: tuple[SearchFields, ...] = ()
    """What a reader's search finds objects by."""
    urls: tuple[URLPattern, ...] = ()
    """Addresses under /plugins/<label>/, named "<label>:<name>"."""
    demo: tuple[Callable[..., None], ...] = ()
    """Steps that add demo content, run in order after the core's."""


def joined(*parts: Contribution) -> Contribution:
    """Return one contribution with everything of these, in their order."""
    values = {
        field.name: [getattr(part, field.name) for part in parts if getattr(part, field.name)]
        for field in fields(Contribution)
    }
    folders = values.pop("operations")
    tuples = {name: tuple(item for items in found for item in items) for name, found in values.items()}
    return Contribution(operations=folders[0] if folders else None, **tuples)
