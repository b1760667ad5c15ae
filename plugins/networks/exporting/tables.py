"""The records as CSV and XLSX: a row each, a column for each language. The import knows the headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from plugins.networks import reading
from plugins.networks.exporting.records import OFFICIAL, Collection, addresses, claims, names_of
from plugins.networks.importing.columns import Target
from plugins.networks.importing.reading import harmless
from plugins.networks.reading import OrganisationIn
from plugins.networks.vocabulary import EventKind, IdentifierScheme, LinkKind, NameKind
from plugins.networks.words import content_languages

IDENTIFIERS = (IdentifierScheme.ROR, IdentifierScheme.ISNI, IdentifierScheme.WIKIDATA, IdentifierScheme.LEI)


def csv_of(collection: Collection) -> bytes:
    """Return UTF-8 with the mark by which spreadsheets know it. No cell can be taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for number, row in enumerate(rows(collection)):
        writer.writerow(row if number == 0 else [harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx_of(collection: Collection) -> bytes:
    """Return a workbook whose cells are all texts."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("organisations")
    for row in rows(collection):
        cells = [WriteOnlyCell(sheet, value=value) for value in row]
        for cell in cells:
            cell.data_type = "s"  # otherwise “=…” would be a formula
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows(collection: Collection) -> Iterator[list[str]]:
    """Yield the headings, then a row for each record."""
    languages = content_languages()
    yield [
        *(Target.KEY, Target.KIND, Target.BODY_TYPE, Target.STATUS, Target.COUNTRY),
        *(f"name_{language}" for language in languages),
        *(f"descriptive_name_{language}" for language in languages),
        *(Target.ACRONYM, Target.ALIAS, Target.FORMER, Target.WEBSITE, Target.FOUNDED, Target.ENDED),
        *(Target.CONCEPTS, Target.LANGUAGES),
        *(str(scheme) for scheme in IDENTIFIERS),
        *("licence", "as_of"),
    ]
    about = [collection.licence, collection.changed_at.date().isoformat()]
    for record in collection.records:
        yield [*_row(record), *about]


def _row(record: OrganisationIn) -> list[str]:
    one, languages = record.organisation, content_languages()
    known = {row.scheme: row.value for row in record.rows(reading.identifiers)}
    return [
        *(one.key, one.kind, one.body_type, one.status, one.country),
        *(next(iter(names_of(record, OFFICIAL, language)), "") for language in languages),
        *(next(iter(names_of(record, [NameKind.DESCRIPTIVE], language)), "") for language in languages),
        *(_several(names_of(record, [kind])) for kind in (NameKind.ACRONYM, NameKind.ALIAS, NameKind.FORMER)),
        next(iter(addresses(record, LinkKind.HOME)), ""),
        _several(claim.edtf for claim in claims(record, EventKind.FOUNDED)),
        _several(claim.edtf for claim in claims(record, EventKind.ENDED)),
        _several(f"{concept.scheme}/{concept.key}" for concept in record.rows(reading.concepts)),
        _several(one.service_languages),
        *(known.get(scheme, "") for scheme in IDENTIFIERS),
    ]


def _several(texts: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(texts))
