"""Puts the menus and what the site says about itself, in every language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cms.demo.building import DemoSite
from cms.models import Menu, MenuItem, SiteProfile

SITE = Path(__file__).parent / "content" / "site.yaml"
TITLES = {
    "main": {"tr": "Ana menü", "en": "Main menu"},
    "footer": {"tr": "Alt menü", "en": "Footer menu"},
}


def put_profiles(demo: DemoSite) -> None:
    for language, texts in demo.contents(SITE)["locales"].items():
        fields = {
            "site": demo.site,
            "name": texts["site_name"],
            "tagline": texts["tagline"],
            "description": texts["description"],
            "footer_text": texts["footer_text"],
            "contact_email": texts["contact"]["email"],
        }
        demo.put(SiteProfile, "site.profile", language, fields)


def put_menus(demo: DemoSite) -> None:
    for handle, entries in demo.contents(SITE)["menus"].items():
        joined = [{"page": page, "label": {}} for menu, page in demo.menu_pages if menu == handle]
        for language in demo.languages:
            fields = {"site": demo.site, "handle": handle, "title": TITLES[handle][language]}
            menu = demo.put(Menu, f"menu.{handle}", language, fields)
            if not menu.items.exists():
                put_entries(menu, [*entries, *joined], language, demo)


def put_entries(menu: Menu, entries: list[dict[str, Any]], language: str, demo: DemoSite) -> None:
    for number, entry in enumerate(entries):
        page = demo.page(entry["page"], language) if "page" in entry else None
        label = entry["label"].get(language, "")
        if page is None and not (label and entry.get("url")):
            continue  # a target that this language does not have
        MenuItem.objects.create(
            menu=menu,
            sort_order=number,
            page=page,
            url=entry.get("url", ""),
            label=label,
            locale=menu.locale,
            translation_key=demo.translation_key(f"menu.{menu.handle}.{number}"),
        )
