"""A bilingual site with lists of a hundred: articles of a section, blocks, claims and menu entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from cms.demo.bodies import with_ids
from cms.models import (
    ArticlePage,
    Claim,
    ClaimDecision,
    ContentDocument,
    ContentImage,
    LanguageVersion,
    Menu,
    MenuItem,
    SectionPage,
)
from cms.search.indexing import index
from cms.testing.factories import make_page, make_site, translate

SIZES = (1, 10, 100)

LIST = """query ($first: Int!) { route(path: "/tr/liste/") { ... on RoutePage { page {
  children(first: $first) { nodes { id __typename %s } } } } } }"""
BODY = "... on PageWithBody { body { %s } }"
SELECTIONS = {
    "the type": "",
    "addresses": "path url locale",
    "provenance": "_meta { type revision locale { requested isFallback } }",
    "breadcrumbs": "breadcrumbs { title path isCurrent }",
    "seo": "seo { title canonical image { alt } alternates { url } tags { tag content } jsonLd }",
    "in a language": "inLocale(locale: EN, fallback: [TR]) { title path }",
    "translations": "translations { locale status completeness outdatedSince origin path title }",
    "claims": "claims { key divergences { locale value reason } }",
    "parent": "parent { title path }",
    "ancestors": "ancestors { title path }",
    "children": "children { totalCount nodes { title } }",
    "children of the parent": "parent { children(first: 1) { totalCount nodes { title } } }",
    "image": "... on ArticlePage { image { alt rendition(preset: CARD) { url width } } }",
    "sources of images": """... on ArticlePage { sources: image { placeholder
      rendition(preset: HERO) { url srcSet } avif: rendition(preset: HERO, format: AVIF) { srcSet } } }""",
    "body": BODY % "blockType ... on HeadingBlock { text }",
    "body and documents": "... on PageWithBody { body { anchor } documents { id } }",
    "images of blocks": BODY % "... on ImageBlock { image { alt rendition(preset: CONTENT) { url } } }",
    "documents": "... on PageWithBody { documents { title availableIn { title url size } } }",
    "documents of blocks": BODY % "... on DocumentListBlock { documents { title } }",
    "links": BODY
    % """... on LinkListBlock { links {
      text ... on PageLink { path locale } ... on DocumentLink { document { title } } } }""",
    "calls to action": BODY % "... on CallToActionBlock { link { text ... on PageLink { path } } }",
    "rich text": BODY % "... on TextBlock { richText { html json plain } }",
}
SELECTIONS["everything"] = " ".join(SELECTIONS.values())


@contextmanager
def long_lists() -> Iterator[None]:
    """Keep the site in the database for as long as the context lasts, in one transaction."""
    with transaction.atomic():
        write_site()
        yield
        transaction.set_rollback(True)


def write_site() -> None:
    """Write /tr/liste/ with a hundred articles, and /tr/uzun-1/, -10/ and -100/ with as much on one page."""
    site = make_site()
    section = make_page(site.turkish, SectionPage, title="Liste")
    english = translate(section, title="List", slug="list")
    targets = [site.turkish]
    for number in range(max(SIZES)):
        targets.append(write_article(section, english, f"yazi-{number:03}", 1, targets))
        below = ArticlePage(title="Alt sayfa", slug="alt", locale=section.locale, live=True)
        targets[-1].add_child(instance=below)
    for size in SIZES:
        write_article(site.turkish, site.english, f"uzun-{size}", size, targets)
        menu = Menu.objects.create(
            site=site.site, handle=f"menu-{size}", title="Menü", locale=site.turkish.locale
        )
        MenuItem.objects.bulk_create(
            MenuItem(menu=menu, page=page, locale=menu.locale, translation_key=uuid4())
            for page in targets[1 : size + 1]
        )


def write_article(
    parent: Page, english_parent: Page, slug: str, size: int, targets: list[Page]
) -> ArticlePage:
    """Return a new article with so many blocks of each kind and so many claims, in both languages."""
    image = write_image()
    body = [block for number in range(size) for block in blocks(targets[-1 - number])]
    fields = {"body": json.dumps(with_ids(body, uuid4())), "image": image, "live": True}
    turkish = ArticlePage(title=f"Meşe {slug}", slug=slug, locale=parent.locale, **fields)
    parent.add_child(instance=turkish)
    english = ArticlePage(
        title="Oak",
        slug=f"{slug}-en",
        locale=english_parent.locale,
        translation_key=turkish.translation_key,
        **fields,
    )
    english_parent.add_child(instance=english)
    for page, canonical in ((turkish, "1994"), (english, "1995")):
        LanguageVersion.objects.update_or_create(page=page, defaults={"fingerprint": page.slug})
        Claim.objects.bulk_create(
            Claim(page=page, key=f"k{number}", kind="date", value=canonical, canonical=canonical)
            for number in range(size)
        )
    ClaimDecision.objects.create(
        translation_key=turkish.translation_key, claim_key="k0", locales="en tr", fingerprint="", reason="x"
    )
    index(turkish)
    return turkish


def blocks(target: Page) -> list[dict[str, object]]:
    """Return a block of each kind, with files of their own."""
    image, linked, listed = write_image(), write_document(), write_document()
    to_page = {"text": "", "page": target.pk, "document": None, "url": ""}
    to_document = {"text": "", "page": None, "document": linked.pk, "url": ""}
    html = (
        f'<p><a linktype="page" id="{target.pk}">sayfa</a>'
        f' <a linktype="document" id="{linked.pk}">belge</a></p>'
    )
    figure = {"image": image.pk, "alt_text": "Resim", "decorative": False}
    return [
        {"type": "heading", "value": {"text": "Başlık", "level": "2"}},
        {"type": "text", "value": html},
        {"type": "image", "value": {"image": figure, "caption": ""}},
        {"type": "documents", "value": {"title": "", "items": [{"type": "item", "value": listed.pk}]}},
        {
            "type": "links",
            "value": {
                "title": "",
                "items": [{"type": "item", "value": to_page}, {"type": "item", "value": to_document}],
            },
        },
        {"type": "call_to_action", "value": {"text": "Oku", "link": to_page}},
    ]


NUMBERS = count()


def write_image() -> ContentImage:
    file = get_test_image_file(filename=f"resim-{next(NUMBERS)}.png", size=(8, 8))
    image: ContentImage = ContentImage.objects.create(title="Resim", description="Resim", file=file)
    return image


def write_document() -> ContentDocument:
    """Return a Turkish document that has an English edition."""
    number = next(NUMBERS)
    original = None
    for language in ("en", "tr"):
        file = ContentFile(b"belge", name=f"belge-{number}-{language}.txt")
        original = ContentDocument.objects.create(
            title=f"Belge {number}", language=language, edition_of=original, file=file, file_size=5
        )
    assert original is not None
    return original
