"""Duplicates are found, merged without a loss, and rival dates are weighed side by side."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from plugins.networks.curating.duplicates import pairs
from plugins.networks.curating.merging import merge
from plugins.networks.models import (
    Organisation,
    OrganisationIdentifier,
    OrganisationLink,
    OrganisationRelation,
    rebuild_index,
)
from plugins.networks.tests.making import event, make_organisation, make_text, name

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
