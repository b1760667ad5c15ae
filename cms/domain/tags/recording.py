"""From the signals of Django and Wagtail to ContentChanged: one for whatever readers may see change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import Signal
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.query import PageQuerySet
from wagtail.signals import post_page_move, pre_page_move

from cms.domain.tags import naming
from cms.domain.tags.changes import ContentChanged
from cms.domain.tags.ledger import SYSTEM, kinds_by_table
from cms.domain.tags.states import State, page_tags, state_of
from cms.models import ContentDocument, ContentImage

Receiver = Callable[..., None]
Report = Callable[[ContentChanged], None]

DERIVED = frozenset({"languageversion", "searchentry", "searchterm", "searchword"})
"""Written with what they are made of, whose change is reported."""


class Recorder:
    """Reports changes to whoever connects its receivers. States before are kept until the row is written."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.before: dict[tuple[type[Model], Any], State | None] = {}
        self.places: dict[int, tuple[str, str, int]] = {}

    def receivers(self) -> Iterable[tuple[Signal, Receiver]]:
        return (
            (pre_save, self.on_writing),
            (post_save, self.on_written),
            (pre_delete, self.on_deleting),
            (post_delete, self.on_deleted),
            (m2m_changed, self.on_related),
            (pre_page_move, self.on_moving),
            (post_page_move, self.on_moved),
        )

    def on_writing(self, sender: type[Model], instance: Model, **_: Any) -> None:
        if is_content(sender) and instance.pk is not None:
            self.before[sender, instance.pk] = state_of(sender, instance.pk)

    def on_written(self, sender: type[Model], instance: Model, **_: Any) -> None:
        if is_structure(sender):
            self.report_below(instance)
        if not is_content(sender):
            return
        before = self.before.pop((sender, instance.pk), None)
        after = state_of(sender, instance.pk)
        self.compare(before, after)
        if isinstance(instance, Page) and before and after:
            self.report_addresses_below(instance, before.values["url_path"], after.values["url_path"])

    def on_deleting(self, sender: type[Model], instance: Model, **_: Any) -> None:
        if is_content(sender):
            self.compare(state_of(sender, instance.pk), None)

    def on_deleted(self, sender: type[Model], instance: Model, **_: Any) -> None:
        if is_structure(sender):
            self.report_below(instance)

    def on_related(self, sender: type[Model], instance: Model, action: str, **_: Any) -> None:
        if not action.startswith("post"):
            return
        if state := state_of(type(instance), instance.pk):
            self.tell(state.kinds, state.locale, state.tags)
        self.tell(naming.kinds_of(sender), "", ())

    def on_moving(self, instance: Page, parent_page_before: Page, parent_page_after: Page, **_: Any) -> None:
        self.places = places_below(parent_page_before, parent_page_after)

    def on_moved(self, instance: Page, parent_page_before: Page, parent_page_after: Page, **_: Any) -> None:
        """Report every page that stands elsewhere: its siblings, too, are numbered anew."""
        now = places_below(parent_page_before, parent_page_after)
        for page in Page.objects.filter(pk__in=[key for key in now if now[key] != self.places.get(key)]):
            _, before, parent = self.places.get(page.pk, ("", page.url_path, 0))
            self.report_page(page, {naming.path(before), naming.children(parent)})

    def report_addresses_below(self, page: Page, before: str, after: str) -> None:
        """Report what is below a page with a new address: Wagtail writes theirs without a signal."""
        if before == after:
            return
        for below in Page.objects.filter(path__startswith=page.path).exclude(pk=page.pk):
            rest = below.url_path.removeprefix(before).removeprefix(after)
            self.report_page(below, {naming.path(before + rest), naming.path(after + rest)})

    def report_below(self, restriction: Model) -> None:
        """Report what a restriction hides or shows."""
        if isinstance(restriction, PageViewRestriction):
            for page in Page.objects.filter(path__startswith=restriction.page.path):
                self.report_page(page)
        elif isinstance(restriction, CollectionViewRestriction):
            inside = Collection.objects.filter(path__startswith=restriction.collection.path)
            for model in (ContentImage, ContentDocument):
                for key in model.objects.filter(collection__in=inside).values_list("pk", flat=True):
                    self.compare(None, state_of(model, key))
        else:
            self.tell((), "", {naming.SITE})

    def report_page(self, page: Page, further: Iterable[str] = ()) -> None:
        if state := state_of(Page, page.pk):
            self.tell(state.kinds, state.locale, {*state.tags, *page_tags(page), *further})

    def compare(self, before: State | None, after: State | None) -> None:
        """Report the change from one state to another, unless no reader can tell them apart."""
        if (before and before.values) == (after and after.values):
            return
        known = [state for state in (before, after) if state]
        tags = frozenset().union(*(state.tags for state in known))
        for kinds, locale in {(state.kinds, state.locale) for state in known}:
            self.tell(kinds, locale, tags)

    def tell(self, kinds: Iterable[str], locale: str, tags: Iterable[str]) -> None:
        self.report(ContentChanged(kinds=" ".join(kinds), locale=locale, tags=" ".join(sorted(tags))))


def is_content(model: type[Model]) -> bool:
    """Whether answers may be made of rows of the model, each for itself."""
    kind = kinds_by_table().get(model._meta.db_table)
    return bool(kind) and model._meta.app_label not in SYSTEM and kind not in DERIVED


def is_structure(model: type[Model]) -> bool:
    return issubclass(model, PageViewRestriction | CollectionViewRestriction | Site | Locale)


def places_below(*parents: Page) -> dict[int, tuple[str, str, int]]:
    """Return the place in the tree, the address and the parent of every page below some."""
    pages: PageQuerySet = Page.objects.none()
    for parent in parents:
        pages = pages | Page.objects.filter(path__startswith=parent.path)
    found = {path: (key, url_path) for key, path, url_path in pages.values_list("pk", "path", "url_path")}
    return {
        key: (path, url_path, found.get(path[: -Page.steplen], (0,))[0])
        for path, (key, url_path) in found.items()
    }
