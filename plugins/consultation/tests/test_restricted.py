"""A restricted consultation is, for everybody but the invited, one that does not exist; by every path."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.api import global_id
from cms.testing.absence import running_without
from cms.testing.factories import BilingualSite, make_page

from ..models import (
    Consultation,
    ConsultationPage,
    DraftRendition,
    DraftVersion,
    Invitation,
    Stakeholder,
)
from .making import PRESENT, make_consultation, make_document, make_pages

MARKER = "Gizlitaslak"
RICH_TEXT = "... on ArticlePage { body { ... on TextBlock { richText { html json plain } } } }"

QUESTIONS = {
    "path": "query($turkish: String!) { route(path: $turkish) { __typename } }",
    "path, English": "query($english: String!) { route(path: $english) { __typename } }",
    "id": "query($id: ID!) { page(id: $id) { title } }",
    "id in the other language": "query($id: ID!) { page(id: $id, locale: EN) { title } }",
    "redirect": '{ route(path: "/tr/eski/") { __typename ... on RouteRedirect { location } } }',
    "children": """query($home: ID!) { page(id: $home) {
        children { totalCount nodes { title path } pageInfo { hasNextPage endCursor } } } }""",
    "menu": '{ menu(handle: "main", locale: TR) { entries { label path page { title } } } }',
    "rich text": "query($linking: ID!) { page(id: $linking) { %s } }" % RICH_TEXT,  # noqa: UP031 -- braces
    "list": """{ consultationConsultations(locale: TR) {
        totalCount nodes { title } pageInfo { hasNextPage endCursor } } }""",
    "list by state": """{ consultationConsultations(locale: EN, state: OPEN) {
        totalCount nodes { title draft { number } } } }""",
    "key": '{ consultationConsultation(locale: TR, key: "gizli") { title draftLanguages } }',
    "slug": '{ consultationConsultation(locale: EN, slug: "en-gizli") { title } }',
    "its id": "query($id: ID!) { consultationConsultation(locale: TR, id: $id) { title } }",
    "search": """{ search(query: "gizlitaslak", locale: TR) {
        totalCount facets { kind label count } nodes { title } pageInfo { endCursor } } }""",
    "search among kinds": """{ search(query: "gizlitaslak", locale: TR, kinds: ["ConsultationPage"]) {
        totalCount facets { kind count } nodes { title } } }""",
}
ADDRESSES = ("turkish", "english", "file", "edition")
WITH_AN_ANSWER = ("path", "path, English", "rich text", "redirect", "key", "slug")
"""Where an unlisted consultation is found, by those who know its address or follow a link."""


FOR_CACHES = "Cache-Tag"


@dataclass(frozen=True)
class World:
    """A consultation with everything that leads to it, and somebody who is invited."""

    consultation: Consultation
    invitation: Invitation
    names: dict[str, str]
    documents: tuple[Any, ...]

    def delete(self) -> None:
        """Remove it all, as though it had never been."""
        Page.objects.filter(consultationpage__consultation=self.consultation).delete()
        versions = DraftVersion.objects.filter(consultation=self.consultation)
        for rows in (DraftRendition.objects.filter(version__in=versions), versions):
            rows._raw_delete(rows.db)  # a published draft refuses every other way
        self.consultation.delete()
        for document in reversed(self.documents):
            document.delete()

    def become(self, visibility: str) -> None:
        Consultation.objects.filter(pk=self.consultation.pk).update(visibility=visibility)


@pytest.fixture
def world(bilingual_site: BilingualSite, django_capture_on_commit_callbacks: Callable[..., Any]) -> World:
    with django_capture_on_commit_callbacks(execute=True):
        return make_world(bilingual_site)


def make_world(site: BilingualSite) -> World:
    draft = make_document(MARKER)
    edition = make_document(MARKER, language="en", edition_of=draft)
    consultation = make_consultation("gizli", PRESENT, documents=[draft])
    pages = make_pages(site, consultation, intro=MARKER, purpose=MARKER)
    Page.objects.filter(pk=pages[0].pk).update(title=MARKER)
    pages[0].refresh_from_db()
    pages[0].save_revision().publish()
    links = f"""<p><a linktype="page" id="{pages[0].pk}">bağ</a>
        <a linktype="document" id="{draft.pk}">belge</a></p>"""
    linking = make_page(site.turkish, title="Haber", body=[{"type": "text", "value": links}])
    Redirect.objects.create(site=site.site, old_path="/tr/eski", redirect_page=pages[0])
    menu = apps.get_model("cms", "Menu")(site=site.site, handle="main", title="Ana", locale=pages[0].locale)
    menu.items = [apps.get_model("cms", "MenuItem")(page=pages[0], locale=pages[0].locale)]
    menu.save()
    stakeholder = Stakeholder.objects.create(name="Çevre Odası")
    invitation = Invitation.objects.create(round=consultation.rounds.get(), stakeholder=stakeholder)
    names = {
        "turkish": "/tr/tr-gizli/",
        "english": "/en/en-gizli/",
        "id": global_id(pages[0]),
        "home": global_id(site.turkish),
        "linking": global_id(linking),
        "file": draft.url,
        "edition": edition.url,
    }
    return World(consultation, invitation, names, (draft, edition))


def answers(client: Client, world: World, *, code: str = "") -> dict[str, bytes]:
    """Return every answer as it came, headers that name the request aside.

    Cache-Tag speaks to the cache in front, which keeps it to itself (config/README.md): what was looked for
    and withheld is tagged there, so that it appears at once when it is opened.
    """
    headers = {"accept": "application/graphql-response+json", "x-request-id": "the-same-one"}
    if code:
        headers["access-pass"] = code
    told = {}
    for name, query in QUESTIONS.items():
        variables = {key: value for key, value in world.names.items() if f"${key}:" in query}
        body = json.dumps({"query": query, "variables": variables})
        told[name] = whole(client.post("/graphql", body, content_type="application/json", headers=headers))
        cached = {"query": query, "variables": json.dumps(variables)}
        told[f"{name}, by GET"] = whole(client.get("/graphql", cached, headers=headers))
    told.update({name: whole(client.get(world.names[name])) for name in ADDRESSES})
    return told


def whole(response: Any) -> bytes:  # Any: the test client's response
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = "\n".join(
        f"{name}: {value}" for name, value in sorted(response.headers.items()) if name != FOR_CACHES
    )
    return f"{response.status_code}\n{head}\n\n".encode() + body


def test_restricted_is_told_from_missing_by_no_answer(world: World, client: Client) -> None:
    world.become("restricted")
    restricted = answers(client, world)
    wrong_code = answers(client, world, code="00000-00000-00000-00000-00000-0")
    world.delete()

    missing = answers(client, world)

    assert restricted == missing
    assert wrong_code == answers(client, world, code="00000-00000-00000-00000-00000-0")


def test_public_is_found_by_every_path(world: World, client: Client) -> None:
    public = answers(client, world)
    world.delete()

    missing = answers(client, world)

    assert [name for name in public if public[name] == missing[name]] == []


def test_unlisted_is_found_by_its_address_and_in_no_list(world: World, client: Client) -> None:
    world.become("unlisted")
    unlisted = answers(client, world)
    world.delete()

    missing = answers(client, world)

    found = {name for name in unlisted if unlisted[name] != missing[name]}
    assert found == {
        *WITH_AN_ANSWER,
        *(f"{name}, by GET" for name in WITH_AN_ANSWER),
        *ADDRESSES,
    }


def test_the_invited_find_it_and_nobody_may_keep_the_answer(world: World, client: Client) -> None:
    world.become("restricted")
    code = world.invitation.code.lower().replace("-", " ")

    told = answers(client, world, code=code)

    asked = {name: answer for name, answer in told.items() if name not in ADDRESSES}
    assert all(b"Cache-Control: private, no-store" in answer for answer in asked.values())
    assert not any(b"\nETag:" in answer for answer in asked.values())
    assert b"RoutePage" in told["path"]
    assert MARKER.encode() in told["search"]
    world.delete()
    assert [name for name in asked if asked[name] == answers(client, world, code=code)[name]] == []


def test_a_revoked_invitation_opens_nothing(world: World, client: Client) -> None:
    world.become("restricted")
    code = world.invitation.code
    Invitation.objects.update(revoked_at=timezone.now())

    revoked = answers(client, world, code=code)

    world.delete()
    assert revoked == answers(client, world, code=code)


def test_an_invitation_to_another_consultation_opens_nothing(world: World, client: Client) -> None:
    world.become("restricted")
    other = make_consultation("baska", PRESENT)
    stakeholder = Stakeholder.objects.create(name="Başka")
    code = Invitation.objects.create(round=other.rounds.get(), stakeholder=stakeholder).code

    told = answers(client, world, code=code)

    world.delete()
    assert told == answers(client, world, code=code)


def test_the_invited_get_files_at_addresses_that_expire(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.become("restricted")
    query = """{ consultationConsultation(locale: TR, key: "gizli") {
        draft { document { availableIn { url } } } } }"""
    answer = client.post(
        "/graphql",
        {"query": query},
        content_type="application/json",
        headers={"access-pass": world.invitation.code},
    ).json()
    editions = answer["data"]["consultationConsultation"]["draft"]["document"]["availableIn"]
    addresses = [each["url"].removeprefix("http://localhost:8000") for each in editions]

    served = [client.get(address) for address in addresses]
    swapped = client.get("?".join((addresses[0].partition("?")[0], addresses[1].partition("?")[2])))
    now = timezone.now().timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 16 * 60)
    late = client.get(addresses[0])

    assert [each.status_code for each in served] == [200, 200]
    assert [each["Cache-Control"] for each in served] == ["private, no-store"] * 2
    assert not any(world.invitation.code in address for address in addresses)
    assert sorted((swapped.status_code, late.status_code)) == [404, 404]


def test_disabling_the_plugin_opens_no_file(world: World, client: Client) -> None:
    world.become("restricted")
    with running_without("consultation"):
        assert client.get(world.names["file"]).status_code == 404


def test_staff_without_permission_see_no_trace_on_the_first_page(
    world: World, client: Client, django_user_model: Any
) -> None:
    world.become("restricted")
    editor = django_user_model.objects.create_user(username="editor", password="x")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)

    page = client.get("/admin/").content.decode()

    assert "gizli" not in page


@pytest.mark.parametrize("how_many", [1, 10])
def test_a_list_costs_the_same_however_many_are_restricted(
    bilingual_site: BilingualSite, client: Client, django_assert_num_queries: Any, how_many: int
) -> None:
    make_pages(bilingual_site, make_consultation("open", PRESENT))
    for number in range(how_many):
        make_pages(bilingual_site, make_consultation(f"gizli-{number}", PRESENT, visibility="restricted"))
    body = {"query": "{ consultationConsultations(locale: TR) { totalCount nodes { title } } }"}
    client.post("/graphql", body, content_type="application/json")

    with django_assert_num_queries(8):
        answer = client.post("/graphql", body, content_type="application/json").json()

    assert answer["data"]["consultationConsultations"]["totalCount"] == 1
    assert ConsultationPage.objects.count() == 2 * (how_many + 1)
