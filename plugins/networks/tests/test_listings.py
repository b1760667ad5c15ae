"""The listing page and the body block."""

from collections.abc import Callable
from typing import Any

from cms.testing.factories import BilingualSite, make_page
from plugins.networks.models import NetworksListingItem, NetworksListingPage
from plugins.networks.tests.making import listing_block, make_organisation, name
from plugins.networks.tests.queries import LISTING_PAGE

Ask = Callable[..., dict[str, Any]]


def page_of(answer: dict[str, Any]) -> dict[str, Any]:
    page: dict[str, Any] = answer["data"]["route"]["page"]
    return page


def test_a_page_keeps_the_order_and_the_names_of_its_editors(bilingual_site: BilingualSite, ask: Ask) -> None:
    west = make_organisation("west", "Western Network", name("Batı Ağı", "tr"), name("West", kind="alias"))
    items = [
        NetworksListingItem(organisation=west, shown_as="West", sort_order=0),
        NetworksListingItem(organisation=make_organisation("east", "Eastern Network"), sort_order=1),
    ]
    make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar", items=items)

    first = page_of(ask(LISTING_PAGE, path="/tr/aglar/", first=1))["entries"]
    rest = page_of(ask(LISTING_PAGE, path="/tr/aglar/", after=first["pageInfo"]["endCursor"]))["entries"]

    assert [*first["nodes"], *rest["nodes"]] == [
        {"name": {"text": "West", "kind": "ALIAS"}, "organisation": {"key": "west"}},
        {"name": {"text": "Eastern Network", "kind": "OFFICIAL"}, "organisation": {"key": "east"}},
    ]


def test_a_page_without_entries_shows_every_record_by_name(bilingual_site: BilingualSite, ask: Ask) -> None:
    make_organisation("b", "Beta")
    make_organisation("a", "Alpha")
    make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar")

    nodes = page_of(ask(LISTING_PAGE, path="/tr/aglar/"))["entries"]["nodes"]

    assert [node["organisation"]["key"] for node in nodes] == ["a", "b"]


def test_a_name_that_the_record_has_lost_is_shown_as_an_alias(
    bilingual_site: BilingualSite, ask: Ask
) -> None:
    record = make_organisation("west", "Western Network", "West")
    items = [NetworksListingItem(organisation=record, shown_as="West")]
    make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar", items=items)
    record.names = [name("Western Network")]
    record.save()

    (node,) = page_of(ask(LISTING_PAGE, path="/tr/aglar/"))["entries"]["nodes"]

    assert node["name"] == {"text": "West", "kind": "ALIAS"}


def test_a_block_shows_chosen_records_in_order(bilingual_site: BilingualSite, ask: Ask) -> None:
    alpha, beta = make_organisation("alpha"), make_organisation("beta")
    body = [listing_block(beta, alpha, title="Ağlar")]
    make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar", body=body)

    (block,) = page_of(ask(LISTING_PAGE, path="/tr/aglar/"))["body"]

    assert block == {"title": "Ağlar", "organisations": [{"key": "beta"}, {"key": "alpha"}]}
