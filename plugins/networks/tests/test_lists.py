"""Lists: their order, their pages, what narrows them, what a search finds, what they cost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.testing.factories import BilingualSite
from plugins.networks.models import Organisation, OrganisationLink, OrganisationPlace, OrganisationRelation
from plugins.networks.tests.making import event, keys_of, make_organisation, make_text, name
from plugins.networks.tests.queries import EVERYTHING, LIST

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.usefixtures("bilingual_site")


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        ("TR", ["cumhuriyet", "cankaya", "igdir", "izmir"]),
        ("EN", ["cankaya", "cumhuriyet", "igdir", "izmir"]),
    ],
)
def test_list_is_in_the_alphabet_of_the_language(ask: Ask, locale: str, order: list[str]) -> None:
    names = {"izmir": "İzmir", "cankaya": "Çankaya", "igdir": "Iğdır", "cumhuriyet": "Cumhuriyet"}
    for key, text in names.items():
        make_organisation(key, name(text, "tr"))

    assert keys_of(ask(LIST, locale=locale)) == order


def test_pages_of_a_list_follow_each_other(ask: Ask) -> None:
    for key in ("delta", "alpha", "charlie", "bravo"):
        make_organisation(key, f"{key} network")

    first = ask(LIST, locale="EN", where={"search": "network"}, first=3)
    cursor = first["data"]["networksOrganisations"]["pageInfo"]["endCursor"]
    rest = ask(LIST, locale="EN", where={"search": "network"}, first=3, after=cursor)

    assert (keys_of(first), keys_of(rest)) == (["alpha", "bravo", "charlie"], ["delta"])
    assert first["data"]["networksOrganisations"]["totalCount"] == 4


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kind": ["NETWORK"]}, ["net"]),
        ({"status": ["ENDED"]}, ["ended"]),
        ({"country": ["TUR"]}, ["ended", "seat"]),
        ({"country": ["TUR"], "status": ["UNCONFIRMED"]}, ["seat"]),
        ({"search": " "}, ["ended", "net", "seat"]),
    ],
)
def test_list_is_narrowed(ask: Ask, wanted: dict[str, Any], found: list[str]) -> None:
    make_organisation("net")
    make_organisation("seat", kind="organisation", country="TUR")
    places = [OrganisationPlace(scheme="country", code="TUR")]
    make_organisation("ended", kind="programme", status="ended", places=places)

    assert keys_of(ask(LIST, locale="EN", where=wanted)) == found


SEARCHED = {
    "recpnet": [
        name("Global Network"),
        name("RECPnet", kind="acronym"),
        name("RECPN", kind="alias"),
        name("Kaynak Verimliliği Ağı", "tr", "descriptive"),
    ],
    "ncpc": [name("UNIDO National Cleaner Production Centre’s Network"), name("NCPC", kind="acronym")],
    "ncpc_sa": [name("National Cleaner Production Centre South Africa"), name("NCPC-SA", kind="acronym")],
    "usepa": [
        name("Environmental Protection Agency"),
        name("USEPA", kind="acronym"),
        name("EPA", kind="alias"),
    ],
    "scp_rac": [name("Regional Centre"), name("SCP/RAC", kind="acronym"), name("CP/RAC", kind="former")],
    "unido": [name("Sınai Kalkınma Örgütü", "tr")],
    "ministry": [
        name("Sanayi ve Teknoloji Bakanlığı", "tr"),
        name("Sanayi ve Ticaret Bakanlığı", "tr", "former", valid_to="2011"),
        name("Ministry of Industry and Trade", kind="former", valid_to="2011"),
    ],
}


@pytest.fixture
def searched(bilingual_site: BilingualSite) -> None:
    for key, names in SEARCHED.items():
        make_organisation(key, *(name(one.text, one.language, one.kind) for one in names))


@pytest.mark.usefixtures("searched")
@pytest.mark.parametrize(
    ("search", "found"),
    [
        pytest.param("RECPN", ["recpnet"], id="an alias"),
        pytest.param("recpnet", ["recpnet"], id="the acronym in small letters"),
        pytest.param("EPA", ["usepa"], id="no middle of a word"),
        pytest.param("NCPC", ["ncpc", "ncpc_sa"], id="whose acronym it is comes first"),
        pytest.param("national cleaner", ["ncpc_sa", "ncpc"], id="then whose name begins with it"),
        pytest.param("cp/rac", ["scp_rac"], id="a former acronym, whatever parts it"),
        pytest.param("ministry of industry and trade", ["ministry"], id="a former name"),
        pytest.param("ticaret bakanlığı", ["ministry"], id="a former name in Turkish"),
        pytest.param("SINAİ", ["unido"], id="Turkish capitals"),
        pytest.param("sinai", ["unido"], id="without Turkish letters"),
        pytest.param("örgütü sınai", ["unido"], id="words in another order"),
        pytest.param("kaynak verimlilig", ["recpnet"], id="an unfinished word"),
        pytest.param("centre's", ["ncpc"], id="another apostrophe"),
        pytest.param("trade sınai", [], id="words of two bodies"),
        pytest.param("%", [], id="no word at all"),
    ],
)
def test_search_finds_every_name_in_both_languages(ask: Ask, search: str, found: list[str]) -> None:
    assert [keys_of(ask(LIST, locale=locale, where={"search": search})) for locale in ("TR", "EN")] == [
        found,
        found,
    ]


def test_a_list_costs_the_same_for_one_and_for_ten(ask: Ask) -> None:
    sponsor = make_organisation("z_sponsor")
    for number in range(10):
        make_full_record(f"o{number}", sponsor)

    with CaptureQueriesContext(connection) as one:
        first = ask(EVERYTHING, locale="TR", first=1)
    with CaptureQueriesContext(connection) as ten:
        ask(EVERYTHING, locale="TR", first=10)

    assert "errors" not in first
    assert len(one) == len(ten)


def make_full_record(key: str, sponsor: Organisation) -> None:
    organisation = make_organisation(
        key,
        name(key),
        name(key.upper(), kind="acronym"),
        events=[event("founded", "2004", "2005"), event("other", "2010", words={"tr": "Oldu"})],
        places=[OrganisationPlace(scheme="m49", code="001")],
        links=[OrganisationLink(url=f"https://{key}.example.org")],
        relations=[OrganisationRelation(kind="sponsored_by", target=sponsor)],
    )
    make_text(organisation, "tr", "Özet")
