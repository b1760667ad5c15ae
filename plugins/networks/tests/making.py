"""Records for tests, made in one line each."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from plugins.networks.models import (
    Concept,
    DateClaim,
    Organisation,
    OrganisationEvent,
    OrganisationName,
    OrganisationText,
)
from plugins.networks.vocabulary import Kind

Fields = Any  # whatever the columns of a model take


def name(text: str, language: str = "en", kind: str = "official", **fields: Fields) -> OrganisationName:
    return OrganisationName(text=text, language=language, kind=kind, **fields)


def event(kind: str, *dates: str, **fields: Fields) -> OrganisationEvent:
    """Return an event with a claim for each date, in this order."""
    claims = [DateClaim(edtf=edtf, sort_order=number) for number, edtf in enumerate(dates)]
    return OrganisationEvent(kind=kind, claims=claims, **fields)


def make_organisation(key: str, *names: OrganisationName | str, **fields: Fields) -> Organisation:
    """Return a saved record; a name given as text alone is official and English."""
    rows = [name(row) if isinstance(row, str) else row for row in names or (key,)]
    for number, row in enumerate(rows):
        row.sort_order = number
    organisation = Organisation(key=key, names=rows, **{"kind": Kind.NETWORK, **fields})
    organisation.save()
    return organisation


def make_text(organisation: Organisation, language: str, summary: str, **fields: Fields) -> OrganisationText:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    text = OrganisationText(organisation=organisation, locale=locale, summary=summary, **fields)
    text.save()
    return text


def keys_of(answer: dict[str, Any]) -> list[str]:
    """Return the keys of the nodes of an answered list."""
    return [node["key"] for node in answer["data"]["networksOrganisations"]["nodes"]]


def listing_block(*organisations: Organisation, title: str = "") -> dict[str, Any]:
    """Return the block of a body that shows these records."""
    items = [{"type": "item", "value": organisation.pk} for organisation in organisations]
    return {"type": "networks_listing", "value": {"title": title, "organisations": items}}


def make_concept(name: str, broader: Concept | None = None, **labels: str) -> Concept:
    """Return a saved concept, named taxonomy/key."""
    scheme, key = name.split("/")
    return Concept.objects.create(scheme=scheme, key=key, labels=labels, broader=broader)
