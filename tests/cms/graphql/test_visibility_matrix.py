"""What an anonymous reader must never see, looked for on every path that leads to a page or a file.

The first test is the control: with the page public, every path shows it, so that each of them could leak.
"""

import json
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from cms.graphql.objects import global_id
from cms.models import ArticlePage, Claim, Menu, MenuItem, SectionPage
from cms.testing.factories import make_page, make_site, translate

MARKER = "Gizli4711"

CARD = "__typename title path"
PATHS = {
    "route": ("query($path: String!) { route(path: $path) { ... on RoutePage { page { %s } } } }", ["path"]),
    "page by id": ("query($id: ID!) { page(id: $id) { %s } }", ["id"]),
    "page by the other language's id": (
        "query($english: ID!) { page(id: $english, locale: TR) { %s } }",
        ["english"],
    ),
    "children": (
        "query($parent: ID!) { page(id: $parent) { children { totalCount nodes { %s } edges { cursor } } } }",
        ["parent"],
    ),
    "parent": ("query($child: ID!) { page(id: $child) { parent { %s } } }", ["child"]),
    "ancestors": ("query($child: ID!) { page(id: $child) { ancestors { %s } } }", ["child"]),
    "translations": (
        "query($english: ID!) { page(id: $english) { translations { status path title } } }",
        ["english"],
    ),
    "claims of the other language": (
        "query($english: ID!) { page(id: $english) { claims { isDivergent divergences { value } } } }",
        ["english"],
    ),
    "menu": ('{ menu(handle: "main", locale: TR) { entries { label path page { %s } } } }', []),
    "blocks": (
        """query($linking: ID!) { page(id: $linking) { ... on ArticlePage { body {
             ... on LinkListBlock { links { text ... on PageLink { isAvailable path locale } } }
             ... on CallToActionBlock { link { text ... on PageLink { path } } }
           } } } }""",
        ["linking"],
    ),
    "rich text": (
        """query($linking: ID!) { page(id: $linking) { ... on ArticlePage { body {
             ... on TextBlock { richText { html json plain } } } } } }""",
        ["linking"],
    ),
    "redirect": (
        'query { route(path: "/tr/eski/") { ... on RouteRedirect { location } ... on RouteGone { path } } }',
        [],
    ),
}


@dataclass
class World:
    """A section that may be hidden, and everything that leads to it."""

    hidden: SectionPage
    ids: dict[str, str]


@pytest.fixture
def world(bilingual_site):
    hidden = make_page(bilingual_site.turkish, SectionPage, title=MARKER)
    hidden.claims = [Claim(key="state", kind="state", value=MARKER, canonical="hidden")]
    hidden.save_revision().publish()
    english = translate(hidden, title="Public", slug="public")
    english.claims = [Claim(key="state", kind="state", value="public", canonical="public")]
    english.save_revision().publish()
    child = make_page(hidden, title="Alt sayfa")
    linking = make_page(bilingual_site.turkish, title="Bağlantılar", body=links_to(hidden))
    lead_to(hidden, bilingual_site.site)
    ids = {
        "id": hidden,
        "english": english,
        "parent": bilingual_site.turkish,
        "child": child,
        "linking": linking,
    }
    return World(
        hidden, {name: global_id(page) for name, page in ids.items()} | {"path": f"/tr/{hidden.slug}/"}
    )


def links_to(page):
    link = {"text": "", "page": page.pk, "document": None, "url": ""}
    html = f'<p><a linktype="page" id="{page.pk}">metin</a></p>'
    return [
        {"type": "links", "value": {"title": "", "items": [{"type": "item", "value": link}]}},
        {"type": "call_to_action", "value": {"text": "Oku", "link": link}},
        {"type": "text", "value": html},
    ]


def lead_to(page, site):
    menu = Menu.objects.create(site=site, handle="main", title="Ana menü", locale=page.locale)
    MenuItem.objects.create(menu=menu, page=page, locale=page.locale)
    Redirect.objects.create(old_path="/tr/eski", redirect_page=page, site=site)


def paths_that_show(world, ask):
    shown = set()
    for name, (query, wanted) in PATHS.items():
        answer = ask(query.replace("%s", CARD), **{key: world.ids[key] for key in wanted})
        assert "errors" not in answer, (name, answer)
        if MARKER.lower() in json.dumps(answer, ensure_ascii=False).lower():
            shown.add(name)
    return shown


def test_every_path_shows_a_public_page(world, ask):
    assert paths_that_show(world, ask) == set(PATHS)


def unpublish(page):
    page.unpublish()


def schedule(page):
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(approved_go_live_at=page.go_live_at).publish()


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


def restrict_to_logged_in(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def restrict_to_password(page):
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="parola"
    )


def restrict_to_group(page):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Kurul"))


def move_to_another_site(page):
    other = make_site(hostname="other.example", is_default=False)
    page.move(other.turkish, pos="last-child")


def make_alias(page):
    Page.objects.filter(pk=page.pk).update(alias_of=Page.objects.filter(locale=page.locale, depth=2).first())


def delete(page):
    Page.objects.get(pk=page.pk).delete()


HIDINGS = [
    unpublish,
    schedule,
    expire,
    restrict_to_logged_in,
    restrict_to_password,
    restrict_to_group,
    move_to_another_site,
    make_alias,
    delete,
]


@pytest.mark.parametrize("hide", HIDINGS, ids=lambda hide: hide.__name__)
def test_no_path_shows_a_hidden_page(world, ask, hide):
    hide(SectionPage.objects.get(pk=world.hidden.pk))

    shown = paths_that_show(world, ask)

    assert shown == set()


@pytest.mark.parametrize("hide", HIDINGS, ids=lambda hide: hide.__name__)
def test_counts_do_not_tell_of_a_hidden_page(world, ask, hide):
    hide(SectionPage.objects.get(pk=world.hidden.pk))

    answer = ask(PATHS["children"][0].replace("%s", "id"), parent=world.ids["parent"])

    children = answer["data"]["page"]["children"]
    assert (children["totalCount"], len(children["nodes"]), len(children["edges"])) == (1, 1, 1)


def test_a_newer_draft_of_a_live_page_stays_unseen(world, ask):
    page = SectionPage.objects.get(pk=world.hidden.pk)
    page.title = f"{MARKER} yeni taslak"
    page.intro = "taslak giriş"
    page.save_revision()

    answer = ask(
        "query($id: ID!) { page(id: $id) { title ... on SectionPage { intro } } }", id=world.ids["id"]
    )

    assert answer == {"data": {"page": {"title": MARKER, "intro": ""}}}


def test_a_page_below_a_private_one_is_as_absent_as_a_deleted_one(world, ask):
    query = "query($child: ID!) { page(id: $child) { title } }"
    restrict_to_logged_in(world.hidden)
    private = ask(query, child=world.ids["child"])

    ArticlePage.objects.get(title="Alt sayfa").delete()
    deleted = ask(query, child=world.ids["child"])

    assert private == deleted == {"data": {"page": None}}
