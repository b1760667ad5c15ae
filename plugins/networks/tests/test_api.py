"""What neighbours are given."""

import pytest

from cms.api import Audience, anonymous_audience
from cms.testing.factories import BilingualSite
from plugins.networks.api import NamedOrganisation, named, named_by_key
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
