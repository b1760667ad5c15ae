"""Drafts do not exist for readers, and a disabled plugin leaves no trace."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.testing.absence import ask_without, schema_without, viewsets_without
from cms.testing.factories import BilingualSite, make_page
from plugins.networks import viewsets
from plugins.networks.models import (
    NetworksListingItem,
    NetworksListingPage,
    Organisation,
    OrganisationRelation,
)
from plugins.networks.tests.making import keys_of, listing_block, make_organisation
from plugins.networks.tests.queries import LIST, LISTING_PAGE, ONE

Ask = Callable[..., dict[str, Any]]
HIDDEN = {"draft": {"live": False}, "expired": {"expire_at": timezone.now() - timedelta(days=1)}}


@pytest.fixture(params=HIDDEN)
def hidden(request: pytest.FixtureRequest, bilingual_site: BilingualSite) -> Organisation:
    """A record that is not public, and everything that could lead to it."""
    secret = make_organisation("secret", "Secret Network", **HIDDEN[request.param])
    to_secret = [OrganisationRelation(kind="member_of", target=secret)]
    public = make_organisation("public", relations=to_secret)
    secret.relations = [OrganisationRelation(kind="funds", target=public)]
    secret.save()
    item = NetworksListingItem(organisation=secret, shown_as="Secret Network")
    body = [listing_block(secret, public)]
    make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar", items=[item], body=body)
    return secret


QUESTIONS = {
    "list": (LIST, {"locale": "EN"}),
    "search": (LIST, {"locale": "EN", "where": {"search": "secret network"}}),
    "one": (ONE, {"locale": "EN", "key": "secret"}),
    "relations": (ONE, {"locale": "EN", "key": "public"}),
    "page and block": (LISTING_PAGE, {"path": "/tr/aglar/"}),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_not_public_does_not_exist_by_any_way(hidden: Organisation, ask: Ask, question: str) -> None:
    query, variables = QUESTIONS[question]
    before = ask(query, **variables)

    Organisation.objects.filter(pk=hidden.pk).update(live=True, expire_at=None)

    assert "secret" not in str(before).lower()
    assert "secret" in str(ask(query, **variables)).lower()


@pytest.mark.usefixtures("hidden")
def test_a_relation_to_what_is_not_public_is_no_relation(ask: Ask) -> None:
    told = ask(ONE, locale="EN", key="public")["data"]["networksOrganisation"]

    assert told["relations"] == []


def test_a_draft_of_a_public_record_stays_unseen(bilingual_site: BilingualSite, ask: Ask) -> None:
    record = make_organisation("public", "Public Network")
    draft = record.get_latest_revision_as_object()
    draft.names.all()[0].text = "Secret name"
    draft.save_revision()

    answers = [ask(ONE, locale="EN", key="public"), ask(LIST, locale="EN", where={"search": "secret"})]

    assert answers[0]["data"]["networksOrganisation"]["name"]["text"] == "Public Network"
    assert keys_of(answers[1]) == []


def test_a_disabled_plugin_is_in_neither_schema_nor_admin() -> None:
    assert "etworks" not in schema_without("networks")
    assert viewsets.networks not in viewsets_without("networks")


def test_content_of_a_disabled_plugin_is_kept_and_not_served(bilingual_site: BilingualSite) -> None:
    record = make_organisation("unido")
    make_page(bilingual_site.turkish, title="Sayfa", body=[listing_block(record)])
    listing = make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar")
    query = """query ($path: String!) {
      route(path: $path) { ... on RoutePage { page { ... on ArticlePage { body { id } } } } }
    }"""

    answers = [ask_without("networks", query, path=path) for path in ("/tr/sayfa/", "/tr/aglar/")]

    assert answers == [{"data": {"route": {"page": {"body": []}}}}, {"data": {"route": None}}]
    assert (Organisation.objects.get(), NetworksListingPage.objects.get()) == (record, listing)
