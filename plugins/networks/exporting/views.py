"""The plugin’s addresses: the public records as files, to everybody alike, without a cookie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from cms.api import anonymous_audience
from plugins.networks.exporting import cards, linked_data, tables, trees
from plugins.networks.exporting.records import Collection
from plugins.networks.words import content_languages


@dataclass(frozen=True)
class Format:
    """A form that the records are given away in."""

    media_type: str
    write: Callable[[Collection], bytes]


FORMATS: Mapping[str, Format] = {
    "csv": Format("text/csv; charset=utf-8", tables.csv_of),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", tables.xlsx_of),
    "jsonld": Format("application/ld+json; charset=utf-8", linked_data.json_ld_of),
    "opml": Format("text/x-opml; charset=utf-8", trees.opml_of),
    "vcf": Format("text/vcard; charset=utf-8", cards.vcards_of),
    "graphml": Format("application/graphml+xml; charset=utf-8", trees.graphml_of),
}


@require_safe
def export(request: HttpRequest, language: str, ending: str) -> HttpResponse:
    """Answer with the file; with 304, and without writing it, to who has it already."""
    if language not in content_languages() or ending not in FORMATS:
        raise Http404
    collection = Collection(language, anonymous_audience())
    etag = etag_of(collection, ending)
    # Not by the date: taxonomies have none.
    known = get_conditional_response(request, etag)
    response = known or HttpResponse(
        FORMATS[ending].write(collection), content_type=FORMATS[ending].media_type
    )
    response["ETag"], response["Last-Modified"] = etag, http_date(collection.changed_at.timestamp())
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    response["Content-Language"] = language
    response["Access-Control-Allow-Origin"] = "*"
    response["Link"] = f'<{collection.licence}>; rel="license"'
    if known is None:
        response["Content-Disposition"] = f'attachment; filename="organisations-{language}.{ending}"'
    return response


def etag_of(collection: Collection, ending: str) -> str:
    """Return the mark of what would be written: every publication, withdrawal and new taxonomy changes it."""
    parts = (
        *(ending, collection.language, collection.licence),
        *(collection.size, collection.changed_at, collection.taxonomies),
    )
    return quote_etag(sha256("|".join(map(str, parts)).encode()).hexdigest()[:32])


URLS = (path("<slug:language>/organisations.<slug:ending>", export, name="export"),)
