"""What lists can be narrowed by: choices, counts, labels and their cost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyroaring import BitMap

from plugins.networks.counting import counted
from plugins.networks.models import EntryReview, OrganisationPlace, OrganisationRelation
from plugins.networks.tests.making import event, keys_of, make_concept, make_organisation, make_text, name

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.usefixtures("bilingual_site")
COUNTED_AT = 8  # queries of a list with facets, whatever its length

FACETS = """
query ($locale: LocaleCode!, $where: NetworksWhere, $sort: NetworksSort, $first: Int) {
  networksOrganisations(locale: $locale, where: $where, sort: $sort, first: $first) {
    totalCount nodes { key }
    facets { key label values { value label parent count isChosen } }
  }
}
"""


def facet(answer: dict[str, Any], key: str) -> dict[str, int]:
    """Return the counts of one facet of an answer by value."""
    facets = answer["data"]["networksOrganisations"]["facets"]
    return {v["value"]: v["count"] for one in facets if one["key"] == key for v in one["values"]}


def test_counts_follow_the_other_facets() -> None:
    sets = {
        "kind=network": BitMap([1, 2]),
        "kind=programme": BitMap([3, 9]),
        "status=active": BitMap([1, 3]),
        "status=ended": BitMap([2, 9]),
    }
    public = BitMap([1, 2, 3])

    counts = counted(public, {"kind": ("network",), "status": ("active",)}, sets)

    assert counts == {"kind": {"network": 1, "programme": 1}, "status": {"active": 1, "ended": 1}}


def test_what_misses_two_facets_counts_nowhere() -> None:
    sets = {"kind=programme": BitMap([1]), "status=ended": BitMap([1])}

    assert counted(BitMap([1]), {"kind": ("network",), "status": ("active",)}, sets) == {}


def test_turkiye_is_found_under_europe_and_under_western_asia(ask: Ask) -> None:
    make_organisation("ttgv", country="TUR")
    make_organisation("skd", places=[OrganisationPlace(scheme="iso3166_2", code="TR-34")])
    make_organisation("usepa", country="USA")

    for region in ("150", "145", "142", "x-mediterranean"):
        answer = ask(FACETS, locale="EN", where={"region": [region]})

        assert keys_of(answer) == ["skd", "ttgv"]
        assert facet(answer, "COUNTRY") == {"TUR": 2}


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"subject": ["water"]}, ["rain"]),
        ({"subject": ["rain"]}, ["rain"]),
        ({"subject": ["air", "rain"]}, ["air", "rain"]),
        ({"subject": ["air"], "language": ["tr"]}, []),
        ({"language": ["tr"]}, ["rain"]),
        ({"decade": [1990]}, ["rain"]),
        ({"scope": ["GLOBAL"]}, ["air"]),
        ({"text": ["EN"]}, ["air"]),
        ({"type": ["IGO"]}, ["air"]),
        ({"parent": ["air"]}, ["rain"]),
        ({"memberOf": ["air"]}, []),
        ({"kind": []}, ["air", "rain"]),
    ],
)
def test_every_facet_narrows_the_list(ask: Ask, where: dict[str, Any], found: list[str]) -> None:
    water = make_concept("subject/water")
    air = make_organisation(
        "air",
        body_type="igo",
        concepts=[make_concept("subject/air")],
        places=[OrganisationPlace(scheme="m49", code="001")],
    )
    make_text(air, "en", "Summary")
    make_organisation(
        "rain",
        concepts=[make_concept("subject/rain", broader=water)],
        service_languages=["tr"],
        events=[event("founded", "1994-05")],
        relations=[OrganisationRelation(kind="part_of", target=air)],
    )

    assert keys_of(ask(FACETS, locale="EN", where=where)) == found


@pytest.mark.parametrize(
    ("locale", "region", "subject", "kind"),
    [("TR", "Batı Asya", "Su", "Ağ"), ("EN", "Western Asia", "Water", "Network")],
)
def test_choices_are_labelled_in_the_language_and_say_what_stands_above(
    ask: Ask, locale: str, region: str, subject: str, kind: str
) -> None:
    water = make_concept("subject/water", tr="Su", en="Water")
    make_organisation("ttgv", country="TUR", concepts=[make_concept("subject/rain", broader=water)])

    facets = ask(FACETS, locale=locale)["data"]["networksOrganisations"]["facets"]

    choices = {(one["key"], v["value"]): v for one in facets for v in one["values"]}
    told = {place: (choice["label"], choice["parent"]) for place, choice in choices.items()}
    assert told["REGION", "145"] == (region, "142")
    assert told["SUBJECT", "water"] == (subject, None)
    assert told["SUBJECT", "rain"] == ("rain", "water")
    assert told["KIND", "network"] == (kind, None)


def test_an_empty_choice_is_hidden_and_a_chosen_one_is_not(ask: Ask) -> None:
    make_organisation("ttgv", country="TUR")

    answer = ask(FACETS, locale="EN", where={"kind": ["PROGRAMME"], "country": ["TUR"]})

    assert facet(answer, "KIND") == {"network": 1, "programme": 0}
    assert facet(answer, "COUNTRY") == {"TUR": 0}
    assert facet(answer, "STATUS") == {}


def test_a_language_that_nobody_knows_is_told_by_its_code(ask: Ask) -> None:
    make_organisation("ttgv")

    answer = ask(FACETS, locale="EN", where={"language": ["x-nowhere"]})

    assert facet(answer, "LANGUAGE") == {"x-nowhere": 0}


def test_entries_out_of_date_leave_default_lists_and_keep_their_address(ask: Ask) -> None:
    record = make_organisation("old")
    EntryReview.objects.create(organisation=record, last_confirmed_at="2001-01-01T00:00Z")
    make_organisation("new")

    default = ask(FACETS, locale="EN")
    stale = ask(FACETS, locale="EN", where={"freshness": ["STALE"]})
    one = ask('{ networksOrganisation(locale: EN, key: "old") { key freshness } }')

    assert (keys_of(default), keys_of(stale)) == (["new"], ["old"])
    assert facet(default, "FRESHNESS") == {"aging": 1, "stale": 1}
    assert one["data"]["networksOrganisation"] == {"key": "old", "freshness": "STALE"}


def test_a_parent_that_is_not_public_is_no_choice_and_finds_nothing(ask: Ask) -> None:
    secret = make_organisation("secret", live=False)
    make_organisation("child", relations=[OrganisationRelation(kind="part_of", target=secret)])

    answer = ask(FACETS, locale="EN")
    asked = ask(FACETS, locale="EN", where={"parent": ["secret"]})

    assert "secret" not in str(answer)
    assert keys_of(asked) == []


def test_facets_of_a_search_count_what_it_found(ask: Ask) -> None:
    make_organisation("one", "Clean Network", country="TUR")
    make_organisation("two", "Other Network", country="DEU")

    assert facet(ask(FACETS, locale="EN", where={"search": "clean"}), "COUNTRY") == {"TUR": 1}


@pytest.mark.parametrize(
    ("sort", "order"),
    [("NAME", ["a", "b", "c"]), ("FOUNDED", ["c", "a", "b"]), ("RECENT", ["b", "a", "c"])],
)
def test_lists_are_sorted_as_asked(ask: Ask, sort: str, order: list[str]) -> None:
    make_organisation("a", events=[event("founded", "2001")], last_published_at="2020-01-01T00:00Z")
    make_organisation("b", last_published_at="2024-01-01T00:00Z")
    make_organisation("c", events=[event("founded", "1990")])

    assert keys_of(ask(FACETS, locale="EN", sort=sort)) == order


@pytest.mark.parametrize(
    ("search", "found"),
    [
        pytest.param("sustainabel", ["wsppn"], id="two letters swapped"),
        pytest.param("polution prevntion", ["wsppn"], id="two words mistyped"),
        pytest.param("recpent", ["recpnet"], id="an acronym mistyped"),
        pytest.param("verimlilgi", ["recpnet"], id="Turkish without its letters, mistyped"),
        pytest.param("unid", ["unido"], id="exact beginnings come before slips"),
        pytest.param("epb", [], id="short words forgive nothing"),
        pytest.param("zzzzzzzz", [], id="nothing alike"),
    ],
)
def test_search_forgives_typing_errors(ask: Ask, search: str, found: list[str]) -> None:
    make_organisation("wsppn", "Western Sustainable Pollution Prevention Network")
    make_organisation("recpnet", name("RECPnet", kind="acronym"), name("Kaynak Verimliliği Ağı", "tr"))
    make_organisation("unido", name("UNIDO", kind="acronym"))
    make_organisation("unlit", "Unity")
    make_organisation("epa", name("EPA", kind="acronym"))

    assert keys_of(ask(FACETS, locale="EN", where={"search": search})) == found


def test_a_value_that_is_no_place_is_refused(ask: Ask) -> None:
    (error,) = ask(FACETS, locale="EN", where={"region": ["TUR"]})["errors"]

    assert error["message"] == "`region` 'TUR' is not a code of UN M49, such as 150, or one of ours."


def test_facets_are_also_told_without_the_list(ask: Ask) -> None:
    make_organisation("ttgv", country="TUR")
    query = """{ networksFacets(locale: EN, where: {kind: [NETWORK]}) {
      key label values { value count }
    } }"""

    told = ask(query)["data"]["networksFacets"]

    choices = [{"value": "TUR", "count": 1}]
    assert {"key": "COUNTRY", "label": "Country", "values": choices} in told


@pytest.mark.parametrize("rows", [1, 10, 100])
def test_a_list_with_facets_costs_the_same_whatever_its_length(ask: Ask, rows: int) -> None:
    top = make_organisation("top", country="TUR")
    concepts = [make_concept("subject/water")]
    for number in range(rows):
        part_of_top = [OrganisationRelation(kind="part_of", target=top)]
        make_organisation(f"o{number}", concepts=concepts, relations=part_of_top)

    with CaptureQueriesContext(connection) as queries:
        answer = ask(FACETS, locale="TR", first=100)

    assert facet(answer, "PARENT") == {"top": rows}
    assert len(queries) == COUNTED_AT
