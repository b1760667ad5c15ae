"""What the list shows for one request: the rows that a reader chose, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils import timezone

from cms.api import keyset_page

from ..domain import chosen
from ..shown import Shown
from ..telling import ActivityPage
from .band import Band, band_of
from .form import ChoosingForm
from .offers import offers_of
from .rows import Row, Year, by_year

if TYPE_CHECKING:
    from ..addresses import Address

ROWS = 100


@dataclass(frozen=True)
class Listing:
    """A page of the list. Reading it costs the same for one row as for a hundred."""

    shown: Shown
    asked: QueryDict

    @cached_property
    def form(self) -> ChoosingForm:
        return ChoosingForm(self.asked, offers_of(self.shown))

    @cached_property
    def page(self) -> ActivityPage:
        """Raises BadInput for a cursor that this list never gave."""
        shown = self.shown
        texts = chosen(shown.texts, self.form.choice, language=shown.language, audience=shown.audience)
        after = self.asked.get("after") or None
        page = keyset_page(texts, key="activity__sort_key", first=ROWS, after=after)
        return ActivityPage(
            page.queryset,
            page.key,
            page.first,
            page.after,
            shown.language,
            shown.audience,
            is_descending=self.form.is_descending,
        )

    @cached_property
    def rows(self) -> list[Row]:
        today = timezone.localdate(self.shown.audience.now)
        return [Row(told, today) for told in self.page.rows]

    @property
    def years(self) -> list[Year]:
        return list(by_year(self.rows))

    @property
    def band(self) -> Band | None:
        return band_of(self.rows)

    @property
    def address(self) -> Address:
        return self.shown.address

    @property
    def next_query(self) -> str:
        """The query of the following page; empty on the last one."""
        if not self.page.has_more:
            return ""
        following = self.asked.copy()
        following["after"] = self.page.cursor(self.rows[-1].told)
        return following.urlencode()

    @property
    def is_filtered(self) -> bool:
        return any(value for name, value in self.asked.items() if name in self.form.fields)
