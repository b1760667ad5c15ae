"""Menus as readers see them: entries whose target is public, in the menu's own language."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.models import Page

from cms.domain.tags import naming
from cms.domain.tags.ledger import depending_on
from cms.domain.visibility import Audience
from cms.models import Menu


@dataclass(frozen=True)
class Entry:
    """A label with a page of the site or an address elsewhere."""

    label: str
    page: Page | None
    url: str


def menu_in(language: str, *, handle: str, audience: Audience) -> Menu | None:
    """Return the menu of the audience's site in one language; None when that language has none."""
    menus = Menu.objects.filter(site=audience.site, handle=handle, locale__language_code=language)
    with depending_on([naming.menu(handle, language)], of={"menu"}):
        found: Menu | None = menus.select_related("locale").first()
    return found


def entries_of(menu: Menu, *, audience: Audience) -> tuple[Entry, ...]:
    """Return the entries in order. One whose page is not public in the menu's language is left out."""
    with depending_on([naming.menu(menu.handle, menu.locale.language_code)], of={"menuitem", naming.PAGE}):
        items = tuple(menu.items.select_related("page"))
    keys = [item.page.translation_key for item in items if item.page]
    targets = audience.pages().filter(translation_key__in=keys, locale=menu.locale).specific()
    by_key = {page.translation_key: page for page in targets}
    return tuple(
        entry
        for item in items
        if (
            entry := entry_for(
                item.label, item.url, by_key.get(item.page.translation_key) if item.page else None
            )
        )
    )


def entry_for(label: str, url: str, page: Page | None) -> Entry | None:
    if page is not None:
        return Entry(label or page.title, page, "")
    return Entry(label, None, url) if url else None
