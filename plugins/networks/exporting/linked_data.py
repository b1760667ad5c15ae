"""The records as JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
import re
from typing import Any

from django.urls import reverse

from cms.api import served_here
from plugins.networks import reading
from plugins.networks.exporting.records import Collection, addresses, claims, names_of, official_name
from plugins.networks.identifiers import address_of
from plugins.networks.places import places
from plugins.networks.reading import OrganisationIn
from plugins.networks.vocabulary import BodyType, EventKind, Kind, LinkKind, NameKind, RelationKind

Json = dict[str, Any]  # Any: JSON

TYPES: dict[str, str] = {
    BodyType.MINISTRY: "GovernmentOrganization",
    BodyType.GOVERNMENT_AGENCY: "GovernmentOrganization",
    BodyType.REGIONAL_OFFICE: "GovernmentOrganization",
    BodyType.RESEARCH_INSTITUTE: "ResearchOrganization",
    BodyType.NONPROFIT: "NGO",
    BodyType.FOUNDATION: "NGO",
}
RELATIONS = {
    RelationKind.PART_OF: "parentOrganization",
    RelationKind.PARENT_OF: "subOrganization",
    RelationKind.MEMBER_OF: "memberOf",
    RelationKind.HAS_MEMBER: "member",
    RelationKind.SPONSORED_BY: "sponsor",
    RelationKind.FUNDED_BY: "funder",
    RelationKind.FOUNDED_BY: "founder",
}
OTHER_NAMES = (NameKind.ACRONYM, NameKind.SHORT, NameKind.ALIAS, NameKind.FORMER)
# What ISO 8601 itself can say. A date that is about, or one of several, is not given out as one.
EXACT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def json_ld_of(collection: Collection) -> bytes:
    """Return a data set and its organisations."""
    dataset = {
        "@type": "Dataset",
        "@id": address(collection.language),
        "name": "Networks",
        "license": collection.licence,
        "dateModified": collection.changed_at.isoformat(),
        "inLanguage": collection.language,
    }
    graph = [dataset, *(organisation(record) for record in collection.records)]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False).encode()


def organisation(record: OrganisationIn) -> Json:
    """Return what is known of a body; what is not known has no place in it."""
    one, name = record.organisation, official_name(record)
    country = places().get(one.country)
    told: Json = {
        "@type": "Project" if one.kind == Kind.PROGRAMME else TYPES.get(one.body_type, "Organization"),
        "@id": f"{address(record.language)}#{one.key}",
        "name": {"@value": name.text, "@language": name.language},
        "alternateName": names_of(record, OTHER_NAMES),
        "description": next(iter(record.rows(reading.summaries)), ""),
        "url": next(iter(addresses(record, LinkKind.HOME)), ""),
        "sameAs": [
            at for row in record.rows(reading.identifiers) if (at := address_of(row.scheme, row.value))
        ],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": row.scheme, "value": row.value}
            for row in record.rows(reading.identifiers)
        ],
        "foundingDate": _date(record, EventKind.FOUNDED),
        "dissolutionDate": _date(record, EventKind.ENDED),
        "knowsLanguage": list(one.service_languages),
        "address": {"@type": "PostalAddress", "addressCountry": country.alpha2} if country else "",
        **_relations(record),
    }
    return {key: value for key, value in told.items() if value}


def address(language: str) -> str:
    return served_here(reverse("networks:export", args=[language, "jsonld"]))


def _date(record: OrganisationIn, kind: EventKind) -> str:
    """Return the date if sources agree on it, or one is preferred, and it is exact."""
    known = claims(record, kind)
    is_settled = len(known) == 1 or (known and known[0].is_preferred)
    return known[0].edtf if is_settled and EXACT.fullmatch(known[0].edtf) else ""


def _relations(record: OrganisationIn) -> Json:
    told: dict[str, list[Json]] = {}
    for relation in record.rows(reading.relations):
        name = RELATIONS.get(relation.kind)
        # A former relation is none in words that know no time.
        if name and not relation.valid_to:
            other = relation.other
            reference = {"@id": f"{address(record.language)}#{other.organisation.key}"} if other else {}
            own = official_name(other).text if other else relation.name
            told.setdefault(name, []).append({"@type": "Organization", "name": own, **reference})
    return told
