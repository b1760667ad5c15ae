"""The pages below many pages, each list cut off where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, F, Q, Window
from django.db.models.functions import Length, RowNumber, Substr
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.domain.visibility import any_of
from cms.graphql.connections import behind, check_size, cursor_at, read_cursor
from cms.graphql.context import Context
from cms.graphql.loading.pages import specific


@dataclass(frozen=True)
class Children:
    """A page of one parent's children; what a connection's resolvers ask of a KeysetPage."""

    path: str
    families: Families
    first: int
    after: str | None

    @property
    def rows(self) -> list[Page]:
        return self.families.windows[self.path][: self.first]

    @property
    def has_more(self) -> bool:
        return len(self.families.windows[self.path]) > self.first

    @property
    def total(self) -> int:
        return self.families.totals.get(self.path, 0)

    def cursor(self, row: Page) -> str:
        return cursor_at(row.path, row.pk)


def children_of(
    parents: Sequence[Page], context: Context, *, first: int | None, after: str | None
) -> list[Children]:
    """Return a page of each parent's public children in its language, read when asked for.

    Raises BadInput for a size outside 1…100 or a cursor that this API never gave.
    """
    size = check_size(first)
    if after:
        read_cursor(after)
    families = Families(parents, context, size, after)
    return [Children(parent.path, families, size, after) for parent in parents]


class Families:
    """The children of several parents, by the path of the parent."""

    def __init__(self, parents: Sequence[Page], context: Context, first: int, after: str | None) -> None:
        self.parents = tuple({parent.path: parent for parent in parents}.values())
        self.context = context
        self.first = first
        self.after = after

    @cached_property
    def windows(self) -> dict[str, list[Page]]:
        """The children on the page asked for and one more, in the editors' order."""
        behind_cursor = self.public.filter(behind(self.after, key="path")) if self.after else self.public
        found: dict[str, list[Page]] = defaultdict(list)
        for page in specific(self.cut(behind_cursor.order_by("path", "pk")), self.context):
            found[page.path[: -Page.steplen]].append(page)
        return found

    def cut(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the first of each parent; of a single one without numbering all that it has."""
        if len(self.parents) == 1:
            return pages[: self.first + 1]
        number = Window(RowNumber(), partition_by=F("parent_path"), order_by=("path", "pk"))
        return pages.annotate(number=number).filter(number__lte=self.first + 1)

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many children there are; parents without any are left out."""
        counted = self.public.order_by().values_list("parent_path").annotate(total=Count("pk"))
        return dict(counted)

    @property
    def public(self) -> PageQuerySet:
        parent_path = Substr("path", 1, Length("path") - Page.steplen)
        lowest, highest = zip(*(Page._get_children_path_interval(p.path) for p in self.parents), strict=True)
        near = Page.objects.filter(path__range=(min(lowest), max(highest)))  # lets an index be used
        below = near.annotate(parent_path=parent_path).filter(any_of(self.below_each_language))
        return self.context.audience.pages(below).select_related(None)

    @property
    def below_each_language(self) -> list[Q]:
        paths: dict[int, list[str]] = defaultdict(list)
        for parent in self.parents:
            paths[parent.locale_id].append(parent.path)
        return [Q(locale_id=locale, parent_path__in=own) for locale, own in paths.items()]
