"""Duplicates are found, merged without a loss, and rival dates are weighed side by side."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.api import anonymous_audience
from cms.testing.factories import BilingualSite, make_page
from plugins.networks.api import named_by_key
from plugins.networks.curating.duplicates import pairs
from plugins.networks.curating.merging import merge
from plugins.networks.importing.columns import guessed
from plugins.networks.importing.planning import plans
from plugins.networks.importing.reading import read_table
from plugins.networks.models import (
    NetworksListingItem,
    NetworksListingPage,
    Organisation,
    OrganisationIdentifier,
    OrganisationLink,
    OrganisationRelation,
    OrganisationText,
    rebuild_index,
)
from plugins.networks.tests.making import event, listing_block, make_organisation, make_text, name

Ask = Callable[..., dict[str, Any]]

pytestmark = pytest.mark.usefixtures("bilingual_site")


def test_records_that_may_be_one_are_found_with_the_reason() -> None:
    one = make_organisation(
        "a", "Green Water Network", links=[OrganisationLink(url="https://www.a.example/x")]
    )
    two = make_organisation("b", "Something Else", links=[OrganisationLink(url="http://a.example")])
    three = make_organisation("c", name("GREEN WATER  NETWORK", "tr"))
    four = make_organisation("d", "Greem Water Network")
    make_organisation("e", "Unrelated")

    found = {(pair.first, pair.second): str(pair.reason) for pair in pairs()}

    assert found == {
        (one.pk, two.pk): "domain",
        (one.pk, three.pk): "name",
        (one.pk, four.pk): "similar",
        (three.pk, four.pk): "similar",
    }


def test_merging_loses_nothing(admin_client: Client, admin_user: object) -> None:
    kept = make_organisation("kept", "Kept", events=[event("founded", "1990")])
    gone = make_organisation(
        "gone",
        name("Gone", is_preferred=True),
        events=[event("founded", "1994")],
        identifiers=[OrganisationIdentifier(scheme="wikidata", value="Q7")],
        links=[OrganisationLink(url="https://gone.example/")],
        relations=[OrganisationRelation(kind="partner_of", target=kept)],
    )
    member = make_organisation("member", relations=[OrganisationRelation(kind="member_of", target=gone)])
    make_text(gone, "tr", "Bir ağ.")

    address = reverse("networks_curating:comparison", args=[kept.pk, gone.pk])
    assert admin_client.get(address).status_code == 200
    admin_client.post(address, {"confirmed": ""})

    kept, gone = Organisation.objects.get(key="kept"), Organisation.objects.get(key="gone")
    assert (kept.live, gone.live) == (True, False)
    assert {row.text for row in kept.names.all()} == {"Kept", "Gone"}
    assert [row.value for row in kept.identifiers.all()] == ["Q7"]
    assert {claim.edtf for claim in kept.events.get().claims.all()} == {"1990", "1994"}
    assert (kept.links.count(), kept.relations.count(), kept.texts.get().summary) == (1, 0, "Bir ağ.")
    assert member.relations.model.objects.get(organisation=member).target == kept
    history = gone.revisions.order_by("created_at").first()
    assert history.content["identifiers"][0]["value"] == "Q7"
    assert ModelLogEntry.objects.filter(object_id=str(kept.pk), data__merged__key="gone").exists()
    assert rebuild_index() == 0


def test_a_record_is_not_merged_with_itself(admin_user: object) -> None:
    one = make_organisation("one")

    with pytest.raises(ValueError, match="itself"):
        merge(one, one, user=admin_user)


def test_an_editor_prefers_a_date_in_a_draft(admin_client: Client) -> None:
    skd = make_organisation("skd", events=[event("founded", "2004", "2005")])
    address = reverse("networks_curating:claims", args=[skd.pk])

    page = admin_client.get(address).content.decode()
    admin_client.post(address, {"event0": "1"})

    draft = Organisation.objects.get().get_latest_revision_as_object()
    assert "2004" in page
    assert [(c.edtf, c.is_preferred) for c in draft.events.get().claims.all()] == [
        ("2004", False),
        ("2005", True),
    ]
    assert not Organisation.objects.get().events.get().claims.filter(is_preferred=True).exists()


def test_the_picture_of_relations_says_the_same_as_its_list(admin_client: Client) -> None:
    unido = make_organisation("unido", "UNIDO")
    make_organisation("ppin", "PPIN", relations=[OrganisationRelation(kind="sponsored_by", target=unido)])

    page = admin_client.get(reverse("networks_curating:relations", args=[unido.pk])).content.decode()

    assert page.count("PPIN") == 2
    assert 'role="img" aria-labelledby="picture-title" aria-describedby="relations"' in page


def test_the_finder_names_both_records(admin_client: Client) -> None:
    make_organisation("a", "Same Name")
    make_organisation("b", "Same Name")

    assert b"Same Name" in admin_client.get(reverse("networks_curating:index")).content


@pytest.fixture
def merged(bilingual_site: BilingualSite, admin_user: object) -> tuple[Organisation, Organisation]:
    """The record that was kept, and the one that was merged into it."""
    kept, gone = make_organisation("kept", "Kept"), make_organisation("gone", "Gone")
    page = make_page(bilingual_site.turkish, title="Kaynaklar", body=[listing_block(gone, kept)])
    listing = NetworksListingPage(title="Liste", slug="liste", locale=page.locale)
    page.get_parent().add_child(instance=listing)
    listing.items = [NetworksListingItem(organisation=one, locale=page.locale) for one in (gone, kept)]
    listing.save_revision()
    member = make_organisation("member")
    member.relations = [OrganisationRelation(kind="member_of", target=gone)]
    member.save_revision()
    text = make_text(gone, "tr", "Bir ağ.")
    text.summary = "Bir taslak."
    text.save_revision()
    merge(kept, gone, user=admin_user)
    return kept, gone


def test_what_names_the_withdrawn_record_shows_the_one_that_is_kept(
    merged: tuple[Organisation, Organisation], ask: Ask
) -> None:
    body = """{ route(path: "/tr/kaynaklar/") { ... on RoutePage { page { ... on PageWithBody { body {
        ... on NetworksListingBlock { organisations { key } } } } } } } }"""
    lookup = 'query { one: networksOrganisation(locale: TR, key: "gone") { key } }'
    around = '{ networksRelationGraph(locale: TR, around: "gone") { edges { kind } } }'

    page = ask(body)["data"]["route"]["page"]

    assert page == {"body": [{"organisations": [{"key": "kept"}]}]}
    assert ask(lookup)["data"]["one"] == {"key": "kept"}
    assert ask(around)["data"]["networksRelationGraph"] is not None
    named = named_by_key(["gone", "kept", "nobody"], "en", audience=anonymous_audience())
    assert {key: one.key for key, one in named.items()} == {"gone": "kept", "kept": "kept"}
    assert pairs() == []


def test_drafts_made_before_a_merge_are_published_for_the_one_that_is_kept(
    merged: tuple[Organisation, Organisation],
) -> None:
    kept, gone = merged
    for model in (NetworksListingPage, OrganisationText):
        model.objects.get().latest_revision.publish()
    Organisation.objects.get(key="member").latest_revision.publish()

    assert [item.organisation for item in NetworksListingPage.objects.get().items.all()] == [kept]
    assert [row.target for row in OrganisationRelation.objects.all()] == [kept]
    assert [(text.organisation, text.summary) for text in kept.texts.all()] == [(kept, "Bir taslak.")]
    table = read_table(b"key,status\ngone,ended\n")
    assert [plan.target for plan in plans(table, guessed(table.header), {})] == [kept.pk]
    Organisation.objects.get(key="gone").save_revision().publish()
    assert Organisation.objects.get(key="gone").stands_for == gone.pk


def test_a_draft_stays_one_when_its_record_takes_over_another(
    bilingual_site: BilingualSite, admin_user: object
) -> None:
    kept, gone = make_organisation("kept", "Kept"), make_organisation("gone", "Gone")
    kept.note = "A draft"
    kept.save_revision()

    merge(Organisation.objects.get(pk=kept.pk), gone, user=admin_user)

    kept = Organisation.objects.get(pk=kept.pk)
    draft = kept.get_latest_revision_as_object()
    assert (kept.note, draft.note, kept.has_unpublished_changes) == ("", "A draft", True)
    for record in (kept, draft):
        assert {row.text for row in record.names.all()} == {"Kept", "Gone"}


def test_a_merge_that_would_lose_or_entangle_is_refused(
    bilingual_site: BilingualSite, admin_client: Client
) -> None:
    above = make_organisation("above")
    below = make_organisation("below", relations=[OrganisationRelation(kind="part_of", target=above)])
    lowest = make_organisation("lowest", relations=[OrganisationRelation(kind="part_of", target=below)])
    hidden = make_organisation("hidden", live=False)

    for kept, gone in ((above, lowest), (hidden, above)):
        address = reverse("networks_curating:comparison", args=[kept.pk, gone.pk])
        assert b"messages" in admin_client.post(address, {"confirmed": ""}).content

    assert set(Organisation.objects.filter(live=True)) == {above, below, lowest}
