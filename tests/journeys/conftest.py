"""A running site with the people who write and read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk import Desk, Seat
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from readers import Readers

from cms.testing.factories import BilingualSite, make_site

PASSWORD = "only-for-this-test"


@pytest.fixture
def site(transactional_db: None) -> BilingualSite:
    """A bilingual site with an editor of Turkish and a translator into English."""
    from django.contrib.auth import get_user_model

    from cms.demo.roles import ensure_roles

    site = make_site()
    roles = ensure_roles()
    for username, role in (("editor", "Editors (tr)"), ("translator", "Translators (en)")):
        user = get_user_model().objects.create_user(username, f"{username}@example.org", PASSWORD)
        user.groups.add(roles[role])
    return site


@pytest.fixture
def seat(chromium: Browser, live_server: LiveServer, site: BilingualSite) -> Iterator[Seat]:
    """Seat somebody: seat("editor", language="en"), seat() for a stranger. None may meet a console error."""
    desks: list[Desk] = []

    def sit_down(username: str | None = None, *, language: str = "tr") -> Desk:
        desks.append(Desk.of(chromium, live_server.url, language=language))
        if username is not None:
            desks[-1].sign_in(username, PASSWORD)
        return desks[-1]

    yield sit_down
    for desk in desks:
        desk.page.context.close()
    assert [desk.complaints for desk in desks] == [[] for desk in desks]


@pytest.fixture
def readers(live_server: LiveServer) -> Readers:
    """Everybody who reads the site."""
    return Readers(live_server.url)
