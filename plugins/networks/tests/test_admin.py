"""The editors' side: lists, choosers and forms."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from plugins.networks.models import Organisation, OrganisationText
from plugins.networks.tests.making import event, make_organisation, make_text, name

pytestmark = pytest.mark.django_db
RECORDS = "wagtailsnippets_networks_organisation"
TEXTS = "wagtailsnippets_networks_organisationtext"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["recpnet", "sınai"]),
        ({"q": "SINAİ"}, ["sınai"]),
        ({"q": "recpn"}, ["recpnet"]),
        ({"q": "a" * 300}, []),
        ({"kind": "programme"}, ["sınai"]),
        ({"live": "false"}, ["sınai"]),
    ],
)
def test_editors_find_records_as_readers_do_and_drafts_too(
    admin_client: Client, asked: dict[str, str], found: list[str]
) -> None:
    make_organisation("recpnet", "Global Network", name("RECPN", kind="alias"))
    make_organisation("unido", name("Sınai", "tr"), kind="programme", live=False)

    page = admin_client.get(reverse(f"{RECORDS}:list"), asked).content.decode()
    shown = {
        "recpnet": "Global Network" in page,
        "sınai": ">Sınai<" in page.replace("\n", "").replace(" ", ""),
    }

    assert [key for key, is_shown in shown.items() if is_shown] == found


def test_the_chooser_searches_all_names(admin_client: Client) -> None:
    make_organisation("recpnet", "Global Network", name("RECPN", kind="alias"))
    make_organisation("unido", "Industrial Development")
    address = reverse("wagtailsnippetchoosers_networks_organisation:choose_results")

    page = admin_client.get(address, {"q": "recpn"}).content.decode()

    assert ("Global Network" in page, "Industrial" in page) == (True, False)


@pytest.mark.parametrize("address", ["list", "add"])
@pytest.mark.parametrize("viewset", [RECORDS, TEXTS])
def test_every_page_of_the_admin_opens(admin_client: Client, viewset: str, address: str) -> None:
    assert admin_client.get(reverse(f"{viewset}:{address}")).status_code == 200


def test_a_record_and_its_text_open_for_editing(admin_client: Client) -> None:
    record = make_organisation("skd", "SKD", events=[event("founded", "2004", "2005")])
    text = make_text(record, "tr", "Özet")

    pages = [
        admin_client.get(reverse(f"{viewset}:edit", args=[row.pk])).content.decode()
        for viewset, row in ((RECORDS, record), (TEXTS, text))
    ]

    assert "events-0-claims-1-edtf" in pages[0]
    assert "Özet" in pages[1]


def form_of(*names: dict[str, Any], action: str = "action-publish") -> dict[str, Any]:
    claims = inline_formset([{"edtf": "2010-11", "confidence": "medium"}])
    empty = ("identifiers", "places", "relations", "links", "sources")
    return nested_form_data(
        {
            "key": "recpnet",
            "kind": "network",
            "status": "active",
            "confidence": "low",
            "review_months": "12",
            "scope_words_tr": "Dünya geneli",
            "scope_words_en": "Worldwide",
            "names": inline_formset(list(names)),
            "events": inline_formset([{"kind": "founded", "claims": claims}]),
            **{relation: inline_formset([]) for relation in empty},
            action: "1",
        }
    )


ENGLISH = {"text": "Global Network", "language": "en", "kind": "official", "is_preferred": "on"}
TURKISH = {"text": "Küresel Ağ", "language": "tr", "kind": "descriptive"}


@pytest.mark.parametrize(("action", "live"), [("action-publish", True), ("save", False)])
def test_an_editor_writes_a_record_in_both_languages(admin_client: Client, action: str, live: bool) -> None:
    admin_client.post(reverse(f"{RECORDS}:add"), form_of(ENGLISH, TURKISH, action=action))

    record = Organisation.objects.get()
    assert (record.live, str(record), record.scope_words) == (
        live,
        "Küresel Ağ",
        {"tr": "Dünya geneli", "en": "Worldwide"},
    )
    assert [str(claim) for one in record.events.all() for claim in one.claims.all()] == ["2010-11"]


def test_two_preferred_names_in_a_language_are_refused(admin_client: Client) -> None:
    response = admin_client.post(
        reverse(f"{RECORDS}:add"), form_of(ENGLISH, {**ENGLISH, "text": "Another Network"})
    )

    assert response.context["form"].non_field_errors() == ["Her dilde en çok bir ad tercih edilebilir."]
    assert not Organisation.objects.exists()


def test_a_text_is_written_for_one_language(admin_client: Client) -> None:
    record = make_organisation("unido")
    form = {"organisation": record.pk, "summary": "Kalkınma örgütü", "action-publish": "1"}

    admin_client.post(reverse(f"{TEXTS}:add") + "?locale=tr", form)

    text = OrganisationText.objects.get()
    assert (text.organisation, text.locale.language_code, text.live) == (record, "tr", True)
