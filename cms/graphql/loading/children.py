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

from cms.domain.tags import naming
from cms.domain.tags.observing import observed
from cms.domain.visibility import any_of
from cms.graphql.connections import check_size
from cms.graphql.context import Context
from cms.graphql.loading.pages import specific
from cms.graphql.ordering import Ordering

ANY = Q()


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
        return self.families.ordering.cursor(self.families.places[row.pk])


def children_of(
    parents: Sequence[Page],
    context: Context,
    *,
    ordering: Ordering,
    condition: Q = ANY,
    first: int | None,
    after: str | None = None,
) -> list[Children]:
    """Return a page of each parent's public children in its language, read when asked for.

    Raises BadInput for a size outside 1…100 or a cursor that this API never gave.
    """
    size = check_size(first)
    if after:
        ordering.read(after)
    families = Families(parents, context, ordering=ordering, condition=condition, first=size, after=after)
    return [Children(parent.path, families, size, after) for parent in parents]


class Families:
    """The children of several parents, by the path of the parent."""

    def __init__(
        self,
        parents: Sequence[Page],
        context: Context,
        *,
        ordering: Ordering,
        condition: Q,
        first: int,
        after: str | None,
    ) -> None:
        self.ordering = ordering
        self.condition = condition
        self.places: dict[int, Page] = {}
        self.parents = tuple({parent.path: parent for parent in parents}.values())
        self.context = context
        self.first = first
        self.after = after

    @cached_property
    def windows(self) -> dict[str, list[Page]]:
        """The children on the page asked for and one more, in order."""
        rest = self.public.filter(self.ordering.behind(self.after)) if self.after else self.public
        rows = list(self.cut(self.ordering.placed(rest).order_by(*self.ordering.order_by)))
        self.places.update({row.pk: row for row in rows})
        found: dict[str, list[Page]] = defaultdict(list)
        for page in specific(rows, self.context):
            found[page.path[: -Page.steplen]].append(page)
        return found

    def cut(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the first of each parent; of a single one without numbering all that it has."""
        if len(self.parents) == 1:
            return pages[: self.first + 1]
        number = Window(RowNumber(), partition_by=F("parent_path"), order_by=self.ordering.order_by)
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
        public = self.context.audience.pages(below).filter(self.condition).select_related(None)
        return observed(public, tags=[naming.children(parent.pk) for parent in self.parents])

    @property
    def below_each_language(self) -> list[Q]:
        paths: dict[int, list[str]] = defaultdict(list)
        for parent in self.parents:
            paths[parent.locale_id].append(parent.path)
        return [Q(locale_id=locale, parent_path__in=own) for locale, own in paths.items()]
