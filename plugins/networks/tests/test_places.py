import pytest

from plugins.networks.places import country_of, is_country, is_region, places, regions_above, scope_of


@pytest.mark.parametrize(
    ("code", "regions"),
    [
        ("TUR", {"145", "142", "150", "x-mediterranean", "x-black-sea"}),
        ("DEU", {"155", "150", "x-eu"}),
        ("145", {"142"}),
        ("001", set()),
        ("XXX", set()),
    ],
)
def test_a_place_lies_in_its_regions_of_m49_and_in_our_sets(code: str, regions: set[str]) -> None:
    assert regions_above(code) == regions


def test_the_first_parent_of_every_country_is_that_of_m49() -> None:
    countries = [place for place in places().values() if place.alpha2]

    assert len(countries) == 249
    assert {place.parents[0].isdigit() for place in countries} == {True}
    assert places()["TUR"].parents[0] == "145"


def test_every_parent_exists_and_every_place_has_a_name_in_both_languages() -> None:
    wrong = [
        place
        for place in places().values()
        if not (place.tr and place.en) or not set(place.parents) <= places().keys()
    ]

    assert wrong == []


def test_names_are_those_of_the_language() -> None:
    assert [places()["145"].name(language) for language in ("tr", "en", "de")] == [
        "Batı Asya",
        "Western Asia",
        "Western Asia",
    ]


def test_codes_are_told_apart() -> None:
    assert [is_country("TUR"), is_country("150"), is_region("150"), is_region("x-eu")] == [
        True,
        False,
        True,
        True,
    ]
    assert [country_of("US-CA"), country_of("TR-34"), country_of("ZZ-1")] == ["USA", "TUR", None]


@pytest.mark.parametrize(
    ("codes", "scope"),
    [
        ([("m49", "001"), ("country", "TUR")], "global"),
        ([("m49", "150")], "regional"),
        ([("country", "TUR"), ("country", "DEU")], "regional"),
        ([("country", "TUR"), ("iso3166_2", "TR-34")], "national"),
        ([("iso3166_2", "US-CA"), ("iso3166_2", "US-NV")], "subnational"),
        ([], None),
    ],
)
def test_scope_is_derived_where_codes_say_it(codes: list[tuple[str, str]], scope: str | None) -> None:
    assert scope_of(codes) == scope
