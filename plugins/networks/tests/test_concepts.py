"""Taxonomies: broader and narrower concepts, and what the API tells of them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from plugins.networks.models import (
    Concept,
    EntryReview,
    OrganisationEntry,
    OrganisationIdentifier,
    OrganisationPlace,
)
from plugins.networks.tests.making import make_concept, make_organisation

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.django_db


def test_a_concept_never_stands_above_itself() -> None:
    broad = make_concept("subject/water", tr="Su")
    narrow = make_concept("subject/rain", broader=broad)
    broad.broader = narrow

    with pytest.raises(ValidationError) as refusal:
        broad.full_clean()

    assert list(refusal.value.message_dict) == ["broader"]


def test_a_broader_concept_is_of_the_same_taxonomy() -> None:
    concept = Concept(scheme="service", key="x", labels={"tr": "X"}, broader=make_concept("subject/water"))

    with pytest.raises(ValidationError) as refusal:
        concept.full_clean()

    assert list(refusal.value.message_dict) == ["broader"]


def test_moving_a_concept_moves_the_entries_below_it() -> None:
    broad, narrow = make_concept("subject/water"), make_concept("subject/rain")
    make_organisation("unido", concepts=[narrow])

    narrow.broader = broad
    narrow.save()

    entry = OrganisationEntry.objects.filter(language="tr").get()
    assert {"subject=rain", "subject=water"} <= set(entry.facets.split())


@pytest.mark.parametrize(
    ("locale", "label", "place"), [("TR", "Yağmur", "Türkiye"), ("EN", "rain", "Türkiye")]
)
@pytest.mark.usefixtures("bilingual_site")
def test_the_api_tells_concepts_identifiers_and_places(ask: Ask, locale: str, label: str, place: str) -> None:
    broad = make_concept("subject/water", tr="Su", en="Water")
    concepts = [make_concept("subject/rain", broader=broad, tr="Yağmur")]
    make_organisation(
        "unido",
        concepts=[*concepts, make_concept("fee/free")],
        identifiers=[OrganisationIdentifier(scheme="ror", value="05dxps055")],
        places=[OrganisationPlace(scheme="country", code="TUR")],
        service_languages=["tr", "en"],
    )

    answer = ask(
        """query ($locale: LocaleCode!) { networksOrganisation(locale: $locale, key: "unido") {
             concepts(taxonomies: [SUBJECT]) { taxonomy key label broader { key } }
             identifiers { register value url } serviceLanguages freshness lastConfirmedAt
             scope { reach places { code name } } } }""",
        locale=locale,
    )

    assert answer["data"]["networksOrganisation"] == {
        "concepts": [{"taxonomy": "SUBJECT", "key": "rain", "label": label, "broader": {"key": "water"}}],
        "identifiers": [{"register": "ROR", "value": "05dxps055", "url": "https://ror.org/05dxps055"}],
        "serviceLanguages": ["tr", "en"],
        "freshness": "AGING",
        "lastConfirmedAt": None,
        "scope": {"reach": "NATIONAL", "places": [{"code": "TUR", "name": place}]},
    }


@pytest.mark.usefixtures("bilingual_site")
def test_the_address_of_a_contact_is_in_no_schema(ask: Ask) -> None:
    EntryReview.objects.create(organisation=make_organisation("unido"), contact_email="a@example.org")

    fields = ask("{ __schema { types { name fields { name } } } }")

    assert (
        "contact"
        not in str([t for t in fields["data"]["__schema"]["types"] if "etworks" in t["name"]]).lower()
    )
