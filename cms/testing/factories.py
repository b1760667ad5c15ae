"""Real content for tests, made in one line each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid4

from wagtail.models import Locale, Page, Site

from cms.demo.bodies import with_ids
from cms.models import ArticlePage, HomePage

AnyPage = TypeVar("AnyPage", bound=Page)


@dataclass(frozen=True)
class BilingualSite:
    """A site with a Turkish and an English home page, both live."""

    site: Site
    turkish: HomePage
    english: HomePage

    def home(self, language: str) -> HomePage:
        return {"tr": self.turkish, "en": self.english}[language]


def make_site(*, hostname: str = "localhost", port: int = 80, is_default: bool = True) -> BilingualSite:
    """Return a new site; as the default one it takes the place of what Wagtail's migrations made."""
    root = Page.get_first_root_node()
    if is_default:
        Site.objects.all().delete()
        for page in root.get_children():
            page.delete()
        root.refresh_from_db()
    turkish_locale = Locale.objects.get_or_create(language_code="tr")[0]
    english_locale = Locale.objects.get_or_create(language_code="en")[0]
    slug = hostname.replace(".", "-")
    turkish = root.add_child(instance=HomePage(title="Ana sayfa", slug=slug, locale=turkish_locale))
    english = turkish.copy_for_translation(english_locale)
    english.title, english.slug = "Home", f"{slug}-en"
    english.save_revision().publish()
    site = Site.objects.create(
        hostname=hostname, port=port, root_page=turkish, is_default_site=is_default, site_name=hostname
    )
    Site.clear_site_root_paths_cache()
    return BilingualSite(site, turkish, HomePage.objects.get(pk=english.pk))


def make_page(
    parent: Page, model: type[AnyPage] = ArticlePage, *, live: bool = True, **fields: Any
) -> AnyPage:
    """Return a page below the parent, in the parent's language; with live=False a draft never published.

    A body is given as a list of {"type", "value"}; list items likewise, with the type "item".
    """
    if isinstance(fields.get("body"), list):
        fields["body"] = json.dumps(with_ids(fields["body"], uuid4()))
    parent = parent.specific_class.objects.get(pk=parent.pk)  # treebeard needs a fresh count of children
    page = model(locale=parent.locale, live=live, **{"title": "Sayfa", **fields})
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return model.objects.get(pk=page.pk)


def translate(page: AnyPage, language: str = "en", *, live: bool = True, **fields: Any) -> AnyPage:
    """Return the page's version in another language, with its own words given as fields."""
    copy = page.copy_for_translation(
        Locale.objects.get_or_create(language_code=language)[0], copy_parents=True
    )
    for name, value in fields.items():
        setattr(copy, name, value)
    revision = copy.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=copy.pk)
