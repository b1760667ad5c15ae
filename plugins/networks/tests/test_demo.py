"""Every fact of the demonstration's files comes back through the API as it was written."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.api import DemoSite
from plugins.networks.demo import CONTENT, seed
from plugins.networks.models import NetworksListingPage, Organisation, OrganisationText

Ask = Callable[..., dict[str, Any]]
Entries = dict[str, dict[str, Any]]
pytestmark = pytest.mark.django_db

EVERYTHING = """
query ($locale: LocaleCode!) { networksOrganisations(locale: $locale, first: 30) { nodes {
  key kind type status country confidence summary
  names { text language kind validFrom validTo isPreferred }
  acronym { text }
  concepts { taxonomy key }
  scope { text regions countries subdivisions }
  founded { claims { edtf confidence source isPreferred } }
  ended { claims { edtf } }
  events { text claims { edtf confidence source isPreferred } }
  links { url language status }
  sources { kind }
} } }
"""
RELATIONS = """
{ networksOrganisations(locale: EN, first: 100) { nodes {
  key relations { kind name organisation { key } }
} } }
"""
LISTING = """
query ($path: String!) { route(path: $path) { ... on RoutePage { page { ... on NetworksListingPage {
  title intro entries(first: 100) { nodes { name { text } organisation { key } } }
} } } } }
"""


@pytest.mark.parametrize("locale", ["TR", "EN"])
def test_every_record_comes_back_as_written(demo_records: Entries, ask: Ask, locale: str) -> None:
    answer = ask(EVERYTHING, locale=locale)

    told = {node.pop("key"): node for node in answer["data"]["networksOrganisations"]["nodes"]}
    for node in told.values():
        del node["acronym"]
    assert told == {key: written(entry, locale.lower()) for key, entry in demo_records.items()}


def test_the_acronym_in_present_use_is_the_one_written(demo_records: Entries, ask: Ask) -> None:
    answer = ask(EVERYTHING, locale="EN")

    acronyms = {
        node["key"]: node["acronym"] and node["acronym"]["text"]
        for node in answer["data"]["networksOrganisations"]["nodes"]
    }
    assert acronyms == {key: entry["acronym"] for key, entry in demo_records.items()}


def test_every_relation_is_read_from_both_ends(demo_records: Entries, ask: Ask) -> None:
    answer = ask(RELATIONS)

    told = {
        (node["key"], relation["kind"], (relation["organisation"] or {}).get("key", relation["name"]))
        for node in answer["data"]["networksOrganisations"]["nodes"]
        for relation in node["relations"]
    }
    assert told == {end for entry in demo_records.values() for end in ends_of(entry)}


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_listing_shows_its_records_under_the_names_of_the_page(
    demo_records: Entries, ask: Ask, language: str
) -> None:
    for listing in DemoSite().contents(CONTENT / "listings.yaml"):
        text = listing[language]
        parent = {"tr": "kaynaklar", "en": "resources"}[language]

        page = ask(LISTING, path=f"/{language}/{parent}/{text['slug']}/")["data"]["route"]["page"]

        nodes = page.pop("entries")["nodes"]
        assert page == {"title": text["title"], "intro": text["intro"]}
        assert [node["organisation"]["key"] for node in nodes] == listing["organisations"]
        shown = {node["organisation"]["key"]: node["name"]["text"] for node in nodes}
        for key, names in listing["names_on_the_page"].items():
            assert shown[key] == names[language]


def test_seeding_again_changes_nothing(demo_records: Entries) -> None:
    Organisation.objects.filter(key="unido").update(note="An editor's note")
    before = counts()

    seed(DemoSite())

    assert counts() == before
    assert Organisation.objects.get(key="unido").note == "An editor's note"


def counts() -> tuple[int, ...]:
    models = (Organisation, OrganisationText, NetworksListingPage)
    return tuple(model.objects.count() for model in models)


def written(entry: dict[str, Any], language: str) -> dict[str, Any]:
    """Return what the API should say of a record, from its YAML entry."""
    scope = entry["scope"]
    links = [(entry["website"], None), (entry.get("website_en"), "en")]
    return {
        **{name: upper(entry[name]) for name in ("kind", "type", "status", "confidence")},
        "country": entry["country"],
        "summary": entry["summary"][language],
        "concepts": [concept_told(name) for name in sorted(entry["concepts"])],
        "names": [name_told(name) for name in entry["names"]],
        "scope": {
            "text": scope["text"][language],
            "regions": scope["m49"],
            "countries": scope["countries"],
            "subdivisions": scope["iso3166_2"],
        },
        "founded": {"claims": claims_told(entry["founded"])},
        "ended": {"claims": [{"edtf": entry["ended"]}] if entry["ended"] else []},
        "events": [{"text": e[language], "claims": claims_told(e["claims"])} for e in entry["events"]],
        "links": [
            {"url": url, "language": code, "status": upper(entry["website_status"])}
            for url, code in links
            if url
        ],
        "sources": [{"kind": upper(source)} for source in entry["sources"]],
    }


def concept_told(name: str) -> dict[str, str]:
    taxonomy, key = name.split("/")
    return {"taxonomy": taxonomy.upper(), "key": key}


def name_told(name: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": name["text"],
        "language": name["language"],
        "kind": upper(name["kind"]),
        "validFrom": name["valid_from"],
        "validTo": name["valid_to"],
        "isPreferred": name["preferred"],
    }


def claims_told(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "edtf": claim["edtf"],
            "confidence": upper(claim["confidence"]),
            "source": upper(claim["source"]),
            "isPreferred": claim["preferred"],
        }
        for claim in claims
    ]


INVERSES = {
    "parent_of": "PART_OF",
    "member_of": "HAS_MEMBER",
    "sponsor_of": "SPONSORED_BY",
    "funds": "FUNDED_BY",
    "manages": "MANAGED_BY",
    "founded_by": "FOUNDER_OF",
    "carries_out": "CARRIED_OUT_BY",
}


def ends_of(entry: dict[str, Any]) -> list[tuple[str, str, str]]:
    inside = [(relation["kind"], relation["target"]) for relation in entry["relations"]]
    outside = [(entry["key"], upper(other["kind"]), other["name"]) for other in entry["outside_relations"]]
    own = [(entry["key"], upper(kind), target) for kind, target in inside]
    return [*own, *outside, *((target, INVERSES[kind], entry["key"]) for kind, target in inside)]


def upper(word: str) -> str:
    return word.upper()


DISPUTED = """
query ($locale: LocaleCode!, $key: String!) { networksOrganisation(locale: $locale, key: $key) {
  founded { claims { edtf isPreferred } } ended { claims { edtf } } events { text claims { edtf } }
  relations { kind name validFrom }
} }
"""


@pytest.mark.parametrize(
    ("key", "founded"),
    [
        ("skd", [("2005", True), ("2004", False)]),
        ("glrppr", [("1994-05", True), ("1990", False)]),
        ("ppin", [("[..2000]", True)]),
        ("p2rx", [("1997~", True)]),
        ("nppr", []),
    ],
)
@pytest.mark.parametrize("locale", ["TR", "EN"])
def test_rival_and_vague_foundings_stand_as_sources_give_them(
    demo_records: Entries, ask: Ask, locale: str, key: str, founded: list[tuple[str, bool]]
) -> None:
    told = ask(DISPUTED, locale=locale, key=key)["data"]["networksOrganisation"]

    assert [(claim["edtf"], claim["isPreferred"]) for claim in told["founded"]["claims"]] == founded


@pytest.mark.parametrize(
    ("locale", "planned", "fund"),
    [
        ("TR", "Programın bitişi olarak planlandı", "Üst programın (MDG-F 1680) fon dönemi"),
        ("EN", "Planned as the end of the programme", "Fund period of the wider programme (MDG-F 1680)"),
    ],
)
def test_a_planned_end_is_told_as_planned(
    demo_records: Entries, ask: Ask, locale: str, planned: str, fund: str
) -> None:
    told = ask(DISPUTED, locale=locale, key="eco_efficiency_programme")["data"]["networksOrganisation"]

    assert told["ended"]["claims"] == [{"edtf": "2011"}]
    assert {event["text"]: event["claims"][0]["edtf"] for event in told["events"]} == {
        planned: "2011",
        fund: "2007-10-02/2012-02-29",
    }


@pytest.mark.parametrize(
    ("key", "relation"),
    [
        (
            "glrppr",
            {"kind": "MEMBER_OF", "name": "Pollution Prevention Resource Exchange", "validFrom": "1997"},
        ),
        (
            "erek",
            {"kind": "MERGED_INTO", "name": "European Cluster Collaboration Platform", "validFrom": None},
        ),
    ],
)
def test_what_a_body_joined_is_told_with_its_date(
    demo_records: Entries, ask: Ask, key: str, relation: dict[str, str | None]
) -> None:
    assert relation in ask(DISPUTED, locale="EN", key=key)["data"]["networksOrganisation"]["relations"]
