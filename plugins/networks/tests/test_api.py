"""What neighbours are given."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.api import Audience, anonymous_audience
from cms.testing.factories import BilingualSite
from plugins.networks.api import NamedOrganisation, named, named_at, named_by_key
from plugins.networks.tests.making import make_organisation, name


def everybody() -> Audience:
    return anonymous_audience()


def test_public_organisations_are_named_at_a_date(bilingual_site: BilingualSite) -> None:
    ministry = make_organisation(
        "ministry",
        name("Sanayi ve Ticaret Bakanlığı", "tr", "former", valid_to="2011"),
        name("Sanayi ve Teknoloji Bakanlığı", "tr", valid_from="2018"),
    )
    make_organisation("secret", live=False)

    found = named_by_key(["ministry", "secret"], "tr", audience=everybody(), on="2010-04-06")

    told = NamedOrganisation(ministry.pk, "ministry", "Sanayi ve Ticaret Bakanlığı", "tr", "eski ad")
    assert found == {"ministry": told}


def test_one_organisation_is_named_at_many_dates_in_two_queries(
    bilingual_site: BilingualSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_organisation(
        "ministry",
        name("Bakanlık (eski)", "tr", "former", valid_to="2011"),
        name("Bakanlık (yeni)", "tr", valid_from="2018"),
    )
    audience = everybody()

    with django_assert_num_queries(2):
        found = named_at(
            [("ministry", "2010"), ("ministry", None), ("nobody", None)], "tr", audience=audience
        )

    assert {asked: told.name for asked, told in found.items()} == {
        ("ministry", "2010"): "Bakanlık (eski)",
        ("ministry", None): "Bakanlık (yeni)",
    }


def test_a_name_in_another_language_says_so(bilingual_site: BilingualSite) -> None:
    record = make_organisation("unido", name("Kalkınma Örgütü", "tr"))

    found = named([record.pk], "en", audience=everybody())

    assert (found[record.pk].name_language, found[record.pk].notice) == (
        "tr",
        "language of the name: Turkish",
    )


@pytest.mark.django_db
def test_a_text_that_is_no_date_is_refused(bilingual_site: BilingualSite) -> None:
    make_organisation("unido")

    with pytest.raises(ValueError, match="not a date"):
        named_by_key(["unido"], "en", audience=everybody(), on="late 2009")
