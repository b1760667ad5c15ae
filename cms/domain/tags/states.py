"""What a row is, as caches need it: what it is found by, and whether anything of it is different."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from cms.domain.tags import naming
from cms.domain.tags.asking import own_keys
from cms.models import ContentDocument, Menu, MenuItem, SiteProfile

Values = Mapping[str, Any]  # Any: what the columns hold

BEHIND_THE_SCENES = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision_id",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by_id",
        "owner_id",
        "numchild",
        "go_live_at",
    }
)
"""Columns that no answer depends on: editors see them."""


@dataclass(frozen=True)
class State:
    """A row at one moment. `values` are the columns that answers may depend on."""

    kinds: tuple[str, ...]
    locale: str
    tags: frozenset[str]
    values: Values


def state_of(model: type[Model], key: object) -> State | None:
    """Return the state of a stored row; None when there is none, or when no reader ever saw it."""
    if issubclass(model, Page):
        page = Page.objects.filter(pk=key).first()
        own = page and (page.specific_class or Page)._default_manager.filter(pk=key).first()
        return page_state(own) if own else None  # half of one that is being deleted is none
    row = model._base_manager.filter(pk=key).first()
    return row_state(row) if row else None


def page_state(page: Page) -> State | None:
    """Return the state of a page as its own type; None for an alias and for what was never published."""
    if page.alias_of_id or not (page.live or page.first_published_at):
        return None
    return State(naming.kinds_of(type(page)), page.locale.language_code, page_tags(page), exposed(page))


def page_tags(page: Page, *, url_path: str = "") -> frozenset[str]:
    """Return what a page is found by, and its parent's children."""
    parent = Page.objects.filter(path=page.path[: -Page.steplen]).values_list("pk", flat=True).first()
    return frozenset(
        {
            naming.row(Page, page.pk),
            naming.translations(page.translation_key),
            naming.path(url_path or page.url_path),
            naming.children(parent),
        }
    )


def row_state(row: Model) -> State:
    model = type(row)
    own = {naming.row(model, row.pk)}
    own |= {naming.found_by(naming.kind_of(model), name, getattr(row, name)) for name in own_keys(model)}
    if key := getattr(row, "translation_key", None):
        own.add(naming.translations(key))
    for field in model._meta.concrete_fields:
        if isinstance(field, ParentalKey) and (parent := getattr(row, field.attname)):
            own.add(naming.row(field.related_model, parent))
    for known, tags in LED_TO.items():
        if isinstance(row, known):
            own |= tags(row)
    return State(naming.kinds_of(model), language_of(row), frozenset(own), exposed(row))


LED_TO: dict[type[Model], Callable[[Any], set[str]]] = {
    Menu: lambda menu: {naming.menu(menu.handle, menu.locale.language_code)},
    MenuItem: lambda item: {naming.menu(item.menu.handle, item.menu.locale.language_code)},
    SiteProfile: lambda profile: {naming.settings(profile.locale.language_code)},
    Redirect: lambda redirect: {naming.redirect(redirect.old_path)},
    ContentDocument: lambda edition: {naming.row(ContentDocument, edition.edition_of_id or edition.pk)},
}
"""By kind of row: the tags of what leads to it."""


def language_of(row: Model) -> str:
    for field in row._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is Locale:
            locale = getattr(row, field.name)
            return str(locale.language_code) if locale else ""
    return ""


def exposed(row: Model) -> dict[str, Any]:  # Any: what the columns hold
    """Return the columns that an answer may depend on."""
    return {
        field.attname: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if field.attname not in BEHIND_THE_SCENES
    }
