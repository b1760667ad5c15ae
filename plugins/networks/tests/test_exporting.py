"""Files of the public records: readable by their readers, honest about names and dates, without drafts."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from django.test import Client
from openpyxl import load_workbook

from plugins.networks.importing.columns import guessed
from plugins.networks.importing.planning import plans
from plugins.networks.importing.reading import read_table
from plugins.networks.importing.storing import store
from plugins.networks.models import (
    Organisation,
    OrganisationIdentifier,
    OrganisationLink,
    OrganisationName,
    OrganisationRelation,
)
from plugins.networks.tests.making import event, make_concept, make_organisation, make_text, name

pytestmark = pytest.mark.usefixtures("bilingual_site")
ENDINGS = ["csv", "xlsx", "jsonld", "opml", "vcf", "graphml"]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LONG = "Işığın İzinde Sürdürülebilir Üretim, Şeffaf Yönetim; Çağdaş Ölçüm ve Güçlü Öğrenme Ağı"


@pytest.fixture(autouse=True)
def records(bilingual_site: object) -> Organisation:
    unido = make_organisation("unido", "=UNIDO", country="AUT", note="only for editors")
    make_organisation("secret", "Secret Draft", live=False)
    ttgv = make_organisation(
        "ttgv",
        name(LONG, "tr"),
        name("TTGV", "tr", "acronym"),
        name("Our Rendering", "en", "descriptive", is_preferred=True),
        body_type="foundation",
        events=[event("founded", "1991"), event("ended", "2011~")],
        identifiers=[OrganisationIdentifier(scheme="wikidata", value="Q42")],
        links=[
            OrganisationLink(url="https://ttgv.example/"),
            OrganisationLink(url="https://ttgv.example/f", kind="feed"),
        ],
        relations=[OrganisationRelation(kind="sponsored_by", target=unido)],
    )
    make_text(ttgv, "tr", "Bir vakıf <b>.")
    return ttgv


def fetched(client: Client, ending: str, language: str = "en") -> bytes:
    return client.get(f"/plugins/networks/{language}/organisations.{ending}").content


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_leaves_out_what_is_not_public(client: Client, ending: str) -> None:
    content = fetched(client, ending)
    text = (
        str(list(load_workbook(io.BytesIO(content)).active.values)) if ending == "xlsx" else content.decode()
    )

    assert "secret" not in text.lower()
    assert "only for editors" not in text
    assert LICENCE in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_who_has_the_file_is_not_sent_it_again_until_something_changes(client: Client, ending: str) -> None:
    address = f"/plugins/networks/tr/organisations.{ending}"
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    Organisation.objects.get(key="secret").save_revision().publish()
    changed = client.get(address, headers={"if-none-match": first["ETag"]})
    make_concept("subject/water", tr="Su", en="Water")
    with_concept = client.get(address, headers={"if-none-match": changed["ETag"]})

    assert with_concept.status_code == 200
    assert (first.status_code, again.status_code, again.content, changed.status_code) == (200, 304, b"", 200)
    assert "Set-Cookie" not in first
    assert first["Link"] == f'<{LICENCE}>; rel="license"'


@pytest.mark.parametrize("address", ["de/organisations.csv", "tr/organisations.exe"])
def test_other_languages_and_endings_do_not_exist(client: Client, address: str) -> None:
    assert client.get(f"/plugins/networks/{address}").status_code == 404


def test_a_table_marks_our_names_runs_no_formula_and_can_be_imported_again(client: Client) -> None:
    content = fetched(client, "csv")
    unido, ttgv = sorted(
        csv.DictReader(io.StringIO(content.decode("utf-8-sig"))), key=lambda r: r["key"] != "unido"
    )

    assert unido["name_en"] == "'=UNIDO"
    assert (ttgv["name_en"], ttgv["descriptive_name_en"], ttgv["name_tr"]) == ("", "Our Rendering", LONG)
    assert (ttgv["founded"], ttgv["ended"], ttgv["wikidata"]) == ("1991", "2011~", "Q42")
    table = read_table(content)
    found = {
        plan.facts.key: (plan.fate, plan.facts.mistakes) for plan in plans(table, guessed(table.header), {})
    }
    assert found == {"unido": ("update", []), "ttgv": ("update", [])}
    assert {plan.name for plan in plans(table, guessed(table.header), {})} == {"=UNIDO", LONG}


def test_a_table_that_comes_back_unchanged_changes_no_name(
    client: Client, admin_user: object, records: Organisation
) -> None:
    records.names.add(name("Technology Foundation", "en", "translated_official"), name("TGV", "tr", "former"))
    records.save()
    before = set(OrganisationName.objects.values_list("text", "language", "kind"))
    table = read_table(fetched(client, "csv"))

    refused = store(plans(table, guessed(table.header), {}), user=admin_user, publish=True)

    assert (refused, set(OrganisationName.objects.values_list("text", "language", "kind"))) == ([], before)


def test_a_workbook_holds_texts_alone(client: Client) -> None:
    sheet = load_workbook(io.BytesIO(fetched(client, "xlsx"))).active

    assert {cell.data_type for row in sheet.rows for cell in row if cell.value} == {"s"}
    assert "=UNIDO" in [cell.value for cell in sheet["G"]] + [cell.value for cell in sheet["F"]]


def test_linked_data_says_what_schema_org_can_say_and_no_more(client: Client) -> None:
    graph = json.loads(fetched(client, "jsonld", "en"))["@graph"]
    told = {one["@id"].partition("#")[2]: one for one in graph}
    ttgv = told["ttgv"]

    assert (told[""]["@type"], told[""]["license"]) == ("Dataset", LICENCE)
    assert ttgv["@type"] == "NGO"
    assert ttgv["name"] == {"@value": LONG, "@language": "tr"}
    assert ttgv["alternateName"] == ["TTGV"]
    assert (ttgv["foundingDate"], "dissolutionDate" in ttgv, "description" in ttgv) == ("1991", False, False)
    assert ttgv["sponsor"][0]["@id"] == told["unido"]["@id"]
    assert told["unido"]["address"] == {"@type": "PostalAddress", "addressCountry": "AT"}


def test_cards_fold_turkish_letters_whole(client: Client) -> None:
    content = fetched(client, "vcf", "tr")
    lines = content.split(b"\r\n")
    unfolded = content.decode().replace("\r\n ", "")

    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]
    assert f"FN;LANGUAGE=tr:{LONG.replace(',', chr(92) + ',').replace(';', chr(92) + ';')}\r\n" in unfolded
    assert unfolded.count("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n") == 2
    assert "Our Rendering" not in unfolded


def test_feeds_and_relations_are_told_in_their_own_formats(client: Client) -> None:
    opml = ElementTree.fromstring(fetched(client, "opml"))  # noqa: S314 -- our own
    graphml = ElementTree.fromstring(fetched(client, "graphml"))  # noqa: S314 -- our own
    space = "{http://graphml.graphdrawing.org/xmlns}"

    (outline,) = opml.iter("outline")
    assert outline.attrib == {
        "type": "rss",
        "text": LONG,
        "xmlUrl": "https://ttgv.example/f",
        "htmlUrl": "https://ttgv.example/",
    }
    assert {node.get("id") for node in graphml.iter(f"{space}node")} == {"unido", "ttgv"}
    assert [(e.get("source"), e.get("target")) for e in graphml.iter(f"{space}edge")] == [("unido", "ttgv")]


def test_a_file_costs_the_same_for_one_record_and_for_many(
    client: Client, django_assert_num_queries: object
) -> None:
    for number in range(10):
        make_organisation(f"o{number}", f"Body {number}")
    fetched(client, "csv")

    with django_assert_num_queries(12):  # type: ignore[operator]
        fetched(client, "csv")
