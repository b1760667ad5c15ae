"""The steps of the demonstration site, in order: files, pages, the plugins' own, bodies, menus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from cms.demo.building import DemoSite, stored
from cms.demo.files import put_documents, put_images
from cms.demo.menus import put_menus, put_profiles
from cms.models import ArticlePage, Claim, HomePage, SectionPage
from cms.plugin_host.composition import PluginSet

CONTENT = Path(__file__).parent / "content"
MODELS = {"home": HomePage, "section": SectionPage, "article": ArticlePage}

Entry = dict[str, Any]  # Any: YAML
Step = tuple[str, Callable[[DemoSite], None]]


def steps(plugins: PluginSet) -> tuple[Step, ...]:
    """Return the steps with their names. Each may run again; what is there stays as it is."""
    contributed = tuple((f"plugin {owner}", step) for owner, step in plugins.collect("demo"))
    return (
        ("documents", put_documents),
        ("images", put_images),
        ("pages", put_pages),
        *contributed,
        ("texts", write_texts),
        ("site", put_profiles),
        ("menus", put_menus),
    )


def put_pages(demo: DemoSite) -> None:
    """Put every page without its text: texts link to pages that may come later."""
    for entry in demo.contents(CONTENT / "pages.yaml"):
        for language in written_languages(entry, demo):
            if entry["type"] == "home":
                put_home(entry, language, demo)
            else:
                demo.put_page(
                    entry["key"],
                    MODELS[entry["type"]],
                    parent=entry["parent"],
                    language=language,
                    fields=head_of(entry[language]),
                    publish=False,
                )


def write_texts(demo: DemoSite) -> None:
    """Give its body and claims to each page that was never published, and publish it."""
    for entry in demo.contents(CONTENT / "pages.yaml"):
        for language in written_languages(entry, demo):
            page = demo.page(entry["key"], language)
            if page is None or page.first_published_at is not None:
                continue
            body = demo.body(entry[language]["body"], language)
            page.body = stored(type(page), {"body": body}, page.translation_key)["body"]
            page.claims = claims_of(entry, language)
            demo.publish_page(page, diverges=entry.get("divergence_note", {}).get(language, ""))
            demo.report(page.title)


def put_home(entry: Entry, language: str, demo: DemoSite) -> None:
    if demo.page(entry["key"], language):
        return
    home = HomePage(
        translation_key=demo.translation_key(f"page.{entry['key']}"),
        locale=demo.locales[language],
        live=False,
        **head_of(entry[language]),
    )
    Page.get_first_root_node().add_child(instance=home)
    if language == demo.languages[0]:
        make_root_of_default_site(home)


def make_root_of_default_site(home: HomePage) -> None:
    """Point the default site at the page. Only the empty page of a new installation is replaced."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
        return
    placeholder = site.root_page
    if placeholder.specific_class is not Page:
        return
    site.root_page = home
    site.save()
    Page.objects.get(pk=placeholder.pk).delete()


def written_languages(entry: Entry, demo: DemoSite) -> tuple[str, ...]:
    return tuple(language for language in demo.languages if language in entry)


def head_of(text: Entry) -> Entry:
    return {name: text[name] for name in ("title", "slug", "intro", "search_description")}


def claims_of(entry: Entry, language: str) -> list[Claim]:
    claims = entry.get("claims", {}).get(language, [])
    return [
        Claim(
            sort_order=number,
            key=claim["key"],
            kind=claim["kind"],
            value=claim["value"],
            canonical=canonical(claim["canonical"]),
            note=claim.get("note", ""),
        )
        for number, claim in enumerate(claims)
    ]


def canonical(value: Any) -> str:  # Any: YAML
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
