"""A small site, what readers ask of it, and every kind of edit: to see which answers an edit changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction

from cms.domain.addresses import path_of
from cms.domain.tags.changes import tags_of_change
from cms.domain.visibility import anonymous_audience
from cms.graphql.answering import answer
from cms.graphql.context import anonymous_context
from cms.graphql.objects import global_id
from cms.graphql.requests import Asked
from cms.graphql.schema import current_schema
from cms.models import (
    ArticlePage,
    Claim,
    ContentDocument,
    ContentImage,
    Menu,
    MenuItem,
    SectionPage,
    SiteProfile,
)
from cms.testing.changes import reported_changes
from cms.testing.factories import BilingualSite, make_page, make_site, translate

CARD = "title path ... on ArticlePage { image { alt rendition(preset: CARD) { width } } }"
DETAIL = """title path seo { title } translations { locale status path title }
  claims { key value isDivergent }
  parent { title path } ancestors { title path }
  ... on PageWithBody { intro documents { title availableIn { title locale } } body { blockType
    ... on TextBlock { richText { html } } ... on ImageBlock { image { alt width } }
    ... on DocumentListBlock { documents { title } }
    ... on LinkListBlock { links { text ... on PageLink { path isAvailable } } } } }"""
ROUTE = """query ($path: String!) { route(path: $path) { __typename ... on RoutePage { page { %s } }
  ... on RouteRedirect { location } ... on RouteGone { path } } }"""
BY_ID = "query ($id: ID!) { page(id: $id) { %s } }"
CHILDREN = "children(first: %d) { totalCount edges { cursor node { title path } } pageInfo { hasNextPage } }"
MENU = '{ menu(handle: "main", locale: %s) { title entries { label path } } }'
SITE = "{ site(locale: %s) { name tagline homePage { title } } }"
SEARCH = '{ search(query: "%s", locale: %s) { totalCount nodes { title path } facets { kind count } } }'


Question = tuple[str, dict[str, Any]]
"""A query and its variables."""


@dataclass(frozen=True)
class Answered:
    """An answer as text, and its cache tags."""

    text: str
    tags: frozenset[str]


@dataclass
class World:
    """The site, and what may happen to it. Everything that happens is chosen by `random`."""

    site: BilingualSite
    random: Random
    images: list[ContentImage] = field(default_factory=list)
    documents: list[ContentDocument] = field(default_factory=list)
    number: int = 0
    known: dict[str, Answered] = field(default_factory=dict)

    @property
    def pages(self) -> list[Page]:
        """Every page below a home page."""
        return list(Page.objects.filter(depth__gt=2, alias_of=None).order_by("path").specific())

    @property
    def visible(self) -> list[Page]:
        """Those of the pages that readers see."""
        return list(anonymous_audience().pages().filter(depth__gt=2).order_by("path").specific())

    @property
    def drafts(self) -> list[Page]:
        return [page for page in self.pages if not page.live]

    def seen(self) -> Page:
        """Return a page that readers see."""
        return self.random.choice(self.visible)

    def leaf(self) -> Page:
        """Return a page that readers see, with none below it."""
        return self.random.choice([page for page in self.visible if page.is_leaf()])

    def word(self) -> str:
        self.number += 1
        return f"{self.random.choice(['meşe', 'ışık', 'çınar', 'oak'])} {self.number}"


def small_world(seed: int) -> World:
    """Return a new site with two sections in both languages, articles that link to them, and a draft."""
    world = World(make_site(), Random(seed))  # noqa: S311 -- to be repeatable
    home = world.site.turkish
    for number in range(2):
        file = get_test_image_file(filename=f"meşe-{number}.png", size=(8, 8))
        world.images.append(ContentImage.objects.create(title="Resim", description=f"R{number}", file=file))
        text = ContentFile(b"x", name=f"belge-{number}.txt")
        world.documents.append(ContentDocument.objects.create(title=f"B{number}", file=text, file_size=1))
    sections = [make_page(home, SectionPage, title=f"Bölüm {n}", slug=f"bolum-{n}") for n in range(2)]
    menu = Menu.objects.create(site=world.site.site, handle="main", title="Ana", locale=home.locale)
    for section in sections:
        translate(section, slug=f"{section.slug}-en")
        MenuItem.objects.create(menu=menu, page=section, locale=home.locale)
        new_article(world, section, f"{section.slug}-yazi")
    new_article(world, home, "taslak", live=False)
    SiteProfile.objects.create(site=world.site.site, locale=home.locale, name="Site")
    return world


def new_article(world: World, parent: Page, slug: str, *, live: bool = True) -> ArticlePage:
    image, document = world.images[world.number % 2], world.documents[world.number % 2]
    target = world.random.choice(world.visible or [parent])
    link = {"text": "", "page": target.pk, "document": None, "url": ""}
    body = [
        {"type": "text", "value": f'<p><a linktype="page" id="{target.pk}">meşe</a></p>'},
        {
            "type": "image",
            "value": {"image": {"image": image.pk, "alt_text": "A", "decorative": False}, "caption": ""},
        },
        {"type": "documents", "value": {"title": "", "items": [{"type": "item", "value": document.pk}]}},
        {"type": "links", "value": {"title": "", "items": [{"type": "item", "value": link}]}},
    ]
    return make_page(parent, title=world.word(), slug=slug, image=image, body=body, live=live)


def asked_of(world: World) -> Iterator[Question]:
    """Yield what readers ask: every page and address in several ways, and addresses where nothing is."""
    missing = ["/tr/eski/", "/tr/bolum-0/yeni/", "/tr/bolum-0/baska/", "/tr/yok/"]
    for page in [*world.pages, world.site.turkish]:
        missing.append(path_of(page))
        yield BY_ID % DETAIL, {"id": global_id(page)}
        if not isinstance(page, ArticlePage):
            yield BY_ID % f"title {CHILDREN % 1}", {"id": global_id(page)}
            yield BY_ID % f"children {{ nodes {{ {CARD} }} }}", {"id": global_id(page)}
    for path in dict.fromkeys(missing):
        yield ROUTE % "title path", {"path": path}
    for locale in ("TR", "EN"):
        for query in (MENU % locale, SITE % locale, SEARCH % ("meşe", locale), SEARCH % ("oak", locale)):
            yield query, {}


def answers_to(questions: list[Question]) -> dict[str, Answered]:
    """Return the answer to each question, by the question as text."""
    schema = current_schema()
    found = {}
    for query, variables in questions:
        context = anonymous_context(schema.plugins)
        told = answer(Asked(query, variables, None), schema=schema, context=context, is_get=True)
        assert "errors" not in told.body, told.body
        text = json.dumps(told.body, ensure_ascii=False)
        found[named(query, variables)] = Answered(text, frozenset(told.tags))
    return found


def named(query: str, variables: dict[str, Any]) -> str:  # Any: JSON
    return f"{query} {variables}"


@dataclass(frozen=True)
class Outcome:
    """What an edit did to the answers: those it changed unnoticed, and how many changed and were dropped."""

    edit: str
    stale: tuple[str, ...]
    changed: int
    dropped: int
    in_vain: int
    answers: int


def outcome_of(world: World, edit: Callable[[World], object]) -> Outcome:
    """Make an edit, and return what became of the answers that were given before."""
    questions = list(asked_of(world))
    new = [question for question in questions if named(*question) not in world.known]
    before = world.known | answers_to(new)
    purged: set[str] = set()
    with reported_changes(lambda event: purged.update(tags_of_change(event))):
        edit(world)
    world.known = after = answers_to(questions)
    changed = {name for name, now in after.items() if now.text != before[name].text}
    dropped = {name for name in after if before[name].tags & purged}
    stale = tuple(
        "\n  ".join([name, before[name].text, after[name].text, str(sorted(before[name].tags)), str(purged)])
        for name in sorted(changed - dropped)
    )
    return Outcome(edit.__name__, stale, len(changed), len(dropped), len(dropped - changed), len(after))


def publish_text(world: World) -> None:
    page = world.seen()
    page.title = world.word()
    page.save_revision().publish()


def save_draft(world: World) -> None:
    page = world.seen()
    page.title = world.word()
    page.save_revision()


def publish_draft(world: World) -> None:
    world.drafts[0].save_revision().publish()


def add_article(world: World) -> None:
    section = next(page for page in world.visible if isinstance(page, SectionPage))
    taken = section.get_children().filter(slug="yeni").exists()
    new_article(world, section, f"yazi-{world.number}" if taken else "yeni")


def unpublish(world: World) -> None:
    world.leaf().unpublish()


def expire(world: World) -> None:
    page = world.leaf()
    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()


def change_slug(world: World) -> None:
    page = world.seen()
    world.number += 1
    page.slug = f"{page.slug[:8]}-{world.number}"
    page.save_revision().publish()


def move(world: World) -> None:
    targets = [world.site.turkish, *(page for page in world.visible if isinstance(page, SectionPage))]
    page, target = world.random.choice(
        [
            (page, target)
            for page in world.visible
            for target in targets
            if page.locale_id == target.locale_id
            and not target.path.startswith(page.path)
            and target.pk != page.get_parent().pk
            and not target.get_children().filter(slug=page.slug).exists()
        ]
    )
    page.move(Page.objects.get(pk=target.pk), pos="last-child")


def reorder(world: World) -> None:
    page = world.random.choice([page for page in world.visible if page.get_prev_siblings().live().exists()])
    page.move(page.get_parent(), pos="first-child")


def delete(world: World) -> None:
    world.leaf().delete()


def restrict(world: World) -> None:
    PageViewRestriction.objects.create(page=world.seen(), restriction_type=PageViewRestriction.LOGIN)


def open_again(world: World) -> None:
    restriction = PageViewRestriction.objects.order_by("pk").first()
    assert restriction
    restriction.delete()


def change_image(world: World) -> None:
    image = next(page.image for page in world.visible if isinstance(page, ArticlePage) and page.image)
    image.description = world.word()
    image.save()


def change_document(world: World) -> None:
    document = shown_document(world)
    document.title = world.word()
    document.save()


def add_edition(world: World) -> None:
    file = ContentFile(b"x", name=f"edition-{world.number}.txt")
    ContentDocument.objects.create(
        title=world.word(), file=file, file_size=1, language="en", edition_of=shown_document(world)
    )


def shown_document(world: World) -> ContentDocument:
    bodies = [str(page.body.raw_data) for page in world.visible if isinstance(page, ArticlePage)]
    shown = [each for each in world.documents if any(f"'value': {each.pk}" in body for body in bodies)]
    return ContentDocument.objects.get(pk=world.random.choice(shown).pk)


def change_menu(world: World) -> None:
    menu = Menu.objects.get(handle="main")
    if world.random.random() < 0.5:
        page = next(page for page in world.visible if page.locale_id == menu.locale_id)
        MenuItem.objects.create(menu=menu, page=page, locale=menu.locale)
    else:
        menu.title = world.word()
        menu.save()


def change_settings(world: World) -> None:
    profile = SiteProfile.objects.get()
    profile.name = world.word()
    profile.save()


def add_redirect(world: World) -> None:
    paths = ["/tr/eski", "/tr/yok", "/tr/bolum-0/baska"]
    free = [path for path in paths if not Redirect.objects.filter(old_path=path).exists()]
    Redirect.objects.create(old_path=free[0], redirect_page=world.seen(), site=world.site.site)


def add_translation(world: World) -> None:
    english = world.site.english.locale
    page = next(
        page
        for page in world.visible
        if page.locale_id != english.pk and not page.has_translation(english) and page.get_parent().depth > 2
    )
    translate(page, title=world.word(), slug=f"{page.slug[:8]}-en-{world.number}")


def add_alias(world: World) -> None:
    page = world.seen()
    world.number += 1
    page.create_alias(update_slug=f"takma-{world.number}", parent=page.get_parent())


def change_claim(world: World) -> None:
    page = world.seen()
    assert isinstance(page, ArticlePage | SectionPage)
    page.claims = [Claim(key="kurulus", kind="date", value=world.word(), canonical=str(world.number))]
    page.save_revision().publish()


EDITS: tuple[Callable[[World], object], ...] = (
    publish_text,
    save_draft,
    publish_draft,
    add_article,
    add_translation,
    add_alias,
    add_edition,
    add_redirect,
    change_slug,
    change_claim,
    change_image,
    change_document,
    change_menu,
    change_settings,
    reorder,
    move,
    restrict,
    open_again,
    unpublish,
    expire,
    delete,
)
"""In an order in which each finds something to do, however often."""
