"""The records as vCard 4.0 (RFC 6350), KIND:org."""

from __future__ import annotations

from collections.abc import Iterator

from icalendar.parser import Contentline

from plugins.networks import reading
from plugins.networks.exporting.linked_data import address
from plugins.networks.exporting.records import Collection, addresses, names_of, official_name
from plugins.networks.identifiers import address_of
from plugins.networks.places import places
from plugins.networks.reading import OrganisationIn
from plugins.networks.vocabulary import LinkKind, NameKind

ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def vcards_of(collection: Collection) -> bytes:
    """Return a card for each record, every line folded at 75 octets and never within a letter."""
    lines = (line for record in collection.records for line in card(record, collection))
    return b"".join(Contentline(line).to_ical() + b"\r\n" for line in lines)


def card(record: OrganisationIn, collection: Collection) -> Iterator[str]:
    one, name = record.organisation, official_name(record)
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "KIND:org"
    yield f"UID:{address(record.language)}#{one.key}"
    yield f"FN;LANGUAGE={name.language}:{escaped(name.text)}"
    yield f"ORG;LANGUAGE={name.language}:{escaped(name.text)}"
    for short in names_of(record, [NameKind.ACRONYM, NameKind.SHORT]):
        yield f"NICKNAME:{escaped(short)}"
    for url in addresses(record, LinkKind.HOME):
        yield f"URL:{url}"
    if country := places().get(one.country):
        yield f"ADR:;;;;;;{escaped(country.name(record.language))}"
    for language in one.service_languages:
        yield f"LANG:{language}"
    for row in record.rows(reading.identifiers):
        if at := address_of(row.scheme, row.value):
            yield f"RELATED;VALUE=uri;TYPE=me:{at}"
    yield f"REV:{collection.changed_at:%Y%m%dT%H%M%SZ}"
    yield f"X-LICENSE;VALUE=uri:{collection.licence}"
    yield "END:VCARD"


def escaped(text: str) -> str:
    return text.translate(ESCAPED)
