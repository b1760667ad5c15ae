"""What checks leave behind: states of addresses, the queue of staff, what readers are told."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plugins.networks.conf import NetworksSettings
from plugins.networks.linkhealth.checking import Checker, Finding, Pace
from plugins.networks.linkhealth.guarding import Guard
from plugins.networks.linkhealth.judging import Outcome
from plugins.networks.linkhealth.running import due, record, run
from plugins.networks.models import LinkState, OrganisationLink
from plugins.networks.tests.making import make_organisation
from plugins.networks.tests.misbehaving import misbehaving_server
from plugins.networks.tests.queries import ONE

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.django_db
URL = "https://example.org/"
MONDAY = datetime(2026, 6, 1, 8, tzinfo=UTC)


def state_after(*findings: tuple[Outcome, datetime]) -> LinkState:
    if not OrganisationLink.objects.exists():
        make_organisation("unido", links=[OrganisationLink(url=URL)])
    for outcome, at in findings:
        record([Finding(URL, outcome, "https://example.org/new")], at)
    return LinkState.objects.get()


def test_an_address_is_dead_after_failing_on_three_days() -> None:
    days = [MONDAY + timedelta(days=number) for number in range(3)]

    statuses = [state_after((Outcome.MISSING, day)).status for day in days]

    assert statuses == ["failing", "failing", "dead"]


def test_three_failures_on_one_day_are_one() -> None:
    hours = [(Outcome.NO_ANSWER, MONDAY + timedelta(hours=number)) for number in range(3)]

    state = state_after(*hours)

    assert (state.status, state.failed_days) == ("failing", 1)


def test_an_answer_forgives_and_is_remembered_when_it_fails_again() -> None:
    later = MONDAY + timedelta(days=1)

    state = state_after((Outcome.MISSING, MONDAY), (Outcome.MOVED, later))
    again = state_after((Outcome.PARKED, later + timedelta(days=1)))

    assert (state.status, state.redirects_to) == ("redirected", "https://example.org/new")
    assert (again.status, again.failed_days, again.last_alive_at) == ("failing", 1, later)


def test_what_may_not_be_asked_is_neither_alive_nor_dead() -> None:
    assert state_after((Outcome.NOT_ALLOWED, MONDAY)).status == "unknown"


def test_addresses_come_when_they_are_due() -> None:
    urls = [f"https://example.org/{name}" for name in ("new", "alive", "old", "failing")]
    make_organisation("unido", links=[OrganisationLink(url=url) for url in urls])
    make_organisation("draft", live=False, links=[OrganisationLink(url="https://example.org/draft")])
    for name, status, days in (("alive", "alive", 1), ("old", "alive", 8), ("failing", "failing", 2)):
        checked_at = MONDAY - timedelta(days=days)
        LinkState.objects.create(url=f"https://example.org/{name}", status=status, checked_at=checked_at)

    assert [url.rsplit("/", 1)[1] for url in due(MONDAY)] == ["new", "old", "failing"]


def test_a_run_checks_records_and_forgets_what_no_record_has() -> None:
    LinkState.objects.create(url="https://example.org/forgotten")
    with misbehaving_server() as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/ok"
        make_organisation("unido", links=[OrganisationLink(url=address)])
        guard = Guard(also=frozenset({("127.0.0.1", server.server_address[1])}))

        note = run(timezone.now(), Checker(guard, Pace(until=time.monotonic() + 30, gap=0)))

    assert note == "1 checked"
    assert list(LinkState.objects.values_list("url", "status")) == [(address, "alive")]


def test_a_run_without_time_asks_nobody() -> None:
    make_organisation("unido", links=[OrganisationLink(url="http://93.184.216.34/")])

    assert run(timezone.now(), Checker(Guard(), Pace(until=time.monotonic() - 1))) == "0 checked"


@pytest.mark.parametrize(("days", "told"), [(1, "ALIVE"), (31, "UNKNOWN")])
@pytest.mark.usefixtures("bilingual_site")
def test_readers_are_not_told_that_an_address_lives_which_nobody_checks(
    ask: Ask, days: int, told: str
) -> None:
    make_organisation("unido", links=[OrganisationLink(url=URL)])
    LinkState.objects.create(url=URL, status="alive", checked_at=timezone.now() - timedelta(days=days))

    answer = ask(ONE, locale="EN", key="unido")

    assert answer["data"]["networksOrganisation"]["website"] == {"url": URL, "status": told}


def test_staff_find_failing_addresses_on_the_first_page_and_in_the_queue(admin_client: Client) -> None:
    state_after((Outcome.MISSING, MONDAY))

    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    queue = admin_client.get(reverse("wagtailsnippets_networks_linkstate:list"), {"status": "failing"})

    assert "1 adres yanıt vermiyor" in home
    assert URL in queue.content.decode()


@pytest.mark.parametrize(("seen_before", "recorded"), [(False, 0), (True, 3)])
def test_without_a_network_nothing_is_said_about_addresses(seen_before: bool, recorded: int) -> None:
    urls = [f"https://{host}.invalid/" for host in ("a", "b", "c")]
    make_organisation("unido", links=[OrganisationLink(url=url) for url in urls])
    if seen_before:
        LinkState.objects.create(url=urls[0], last_alive_at=timezone.now() - timedelta(days=8))

    run(timezone.now(), Checker(Guard(), Pace(until=time.monotonic() + 30, gap=0)))

    assert LinkState.objects.filter(status="failing").count() == recorded


@pytest.mark.parametrize(
    ("check_links", "debug", "may"),
    [(None, True, False), (None, False, True), (True, True, True), (False, False, False)],
)
def test_a_demonstration_asks_no_host(
    settings: Any, check_links: bool | None, debug: bool, may: bool
) -> None:
    settings.DEBUG = debug

    assert NetworksSettings(check_links=check_links).may_check_links is may


@pytest.mark.parametrize("wrong", [{"check_links": "yes"}, {"licence": "CC BY"}])
def test_settings_that_mean_nothing_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        NetworksSettings(**wrong)
