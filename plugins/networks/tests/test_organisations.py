"""What the API tells of one organisation."""

from collections.abc import Callable
from typing import Any

import pytest

from plugins.networks.models import LinkState, OrganisationLink
from plugins.networks.tests.making import event, make_organisation, make_text, name
from plugins.networks.tests.queries import LIST, ONE

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.usefixtures("bilingual_site")


@pytest.mark.parametrize(
    ("locale", "name_told"),
    [
        (
            "TR",
            {
                "text": "Kaynak Ağı",
                "language": "tr",
                "isInLocale": True,
                "notice": "bilgi amaçlı ad; resmî ad değildir",
            },
        ),
        (
            "EN",
            {
                "text": "Kaynak Ağı",
                "language": "tr",
                "isInLocale": False,
                "notice": "descriptive name, not an official one; language of the name: Turkish",
            },
        ),
    ],
)
def test_a_name_says_what_it_is_worth(ask: Ask, locale: str, name_told: dict[str, Any]) -> None:
    make_organisation("recpnet", name("Kaynak Ağı", "tr", "descriptive", is_preferred=True))

    told = ask(ONE, locale=locale, key="recpnet")["data"]["networksOrganisation"]

    assert told["name"] == name_told


@pytest.mark.parametrize(
    ("locale", "text", "notice"),
    [
        ("TR", "Sanayi ve Ticaret Bakanlığı", "eski ad"),
        ("EN", "Ministry of Industry and Trade", "former name"),
    ],
)
def test_the_name_of_a_date_is_told_in_each_language(ask: Ask, locale: str, text: str, notice: str) -> None:
    make_organisation(
        "ministry",
        name("Sanayi ve Ticaret Bakanlığı", "tr", "former", valid_to="2011"),
        name("Ministry of Industry and Trade", kind="former", valid_to="2011"),
        name("Sanayi ve Teknoloji Bakanlığı", "tr", valid_from="2018"),
    )

    told = ask(ONE, locale=locale, key="ministry", on="2010-04-06")["data"]["networksOrganisation"]["name"]

    assert (told["text"], told["notice"]) == (text, notice)


def test_disputed_dates_stand_side_by_side(ask: Ask) -> None:
    founded = event("founded", "2004", "[..2005]")
    founded.claims.all()[1].is_preferred = True
    make_organisation("skd", events=[founded, event("ended", "2011")])

    answer = ask(
        """{ networksOrganisation(locale: TR, key: "skd") {
               founded { isDisputed claims { edtf earliest latest confidence } } ended { isDisputed } } }"""
    )

    claims = [
        {"edtf": "[..2005]", "earliest": None, "latest": "2005-12-31", "confidence": None},
        {"edtf": "2004", "earliest": "2004-01-01", "latest": "2004-12-31", "confidence": None},
    ]
    assert answer["data"]["networksOrganisation"] == {
        "founded": {"isDisputed": True, "claims": claims},
        "ended": {"isDisputed": False},
    }


def test_summary_is_that_of_the_language_or_none(ask: Ask) -> None:
    unido = make_organisation("unido")
    make_text(unido, "tr", "Kalkınma örgütü")
    make_text(unido, "en", "A draft", live=False)

    told = [ask(ONE, locale=locale, key="unido")["data"]["networksOrganisation"] for locale in ("TR", "EN")]

    assert [one["summary"] for one in told] == ["Kalkınma örgütü", None]


@pytest.mark.parametrize(
    ("locale", "website"),
    [
        ("TR", {"url": "https://example.org", "status": "UNKNOWN"}),
        ("EN", {"url": "https://example.org/en", "status": "DEAD"}),
    ],
)
def test_website_is_that_of_the_language_with_what_is_known_of_it(
    ask: Ask, locale: str, website: dict[str, str]
) -> None:
    urls = {"https://example.org/en": "en", "https://example.org": ""}
    make_organisation("unido", links=[OrganisationLink(url=url, language=urls[url]) for url in urls])
    LinkState.objects.create(url="https://example.org/en", status="dead")

    told = ask(ONE, locale=locale, key="unido")["data"]["networksOrganisation"]

    assert told["website"] == website


def test_a_record_is_found_by_its_id_in_either_language(ask: Ask) -> None:
    make_organisation("unido")
    by_key = ask(ONE, locale="TR", key="unido")["data"]["networksOrganisation"]

    by_id = ask(ONE, locale="EN", id=by_key["id"])["data"]["networksOrganisation"]

    assert (by_id["id"], by_id["key"]) == (by_key["id"], "unido")


@pytest.mark.parametrize(
    ("query", "variables", "message"),
    [
        (LIST, {"where": {"search": "a" * 101}}, "`search` must have at most 100 characters; it has 101."),
        (
            LIST,
            {"where": {"country": ["TR"]}},
            "`country` 'TR' is not a code of ISO 3166-1 alpha-3, such as TUR.",
        ),
        (LIST, {"first": 101}, "`first` must be between 1 and 100; it is 101."),
        (ONE, {}, "Give either `key` or `id`."),
        (ONE, {"key": "x", "id": "x"}, "Give either `key` or `id`."),
        (ONE, {"id": "x"}, "`id` 'x' is not an id of this API."),
        (ONE, {"id": "b3RoZXI6MQ=="}, "`id` 'b3RoZXI6MQ==' is not the id of an organisation."),
        (
            ONE,
            {"key": "unido", "on": "late 2009"},
            "`on` 'late 2009' is not a date. Write a year, month or day: 2010-04-06.",
        ),
    ],
)
def test_a_bad_argument_is_refused_with_what_to_do(
    ask: Ask, query: str, variables: dict[str, Any], message: str
) -> None:
    make_organisation("unido")

    (error,) = ask(query, locale="EN", **variables)["errors"]

    assert (error["extensions"]["code"], error["extensions"]["plugin"]) == ("BAD_USER_INPUT", "networks")
    assert error["message"] == message
