"""What the plugin answers at its own addresses: to everybody alike, without a cookie, with an ETag."""

from __future__ import annotations

from functools import wraps
from typing import Protocol
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import conditional_page, require_safe

from cms.api import BadInput

from .feeds import atom, calendar, json_feed
from .fuzzy import Certainty
from .listing.page import Listing
from .shown import Shown, shown_to_everybody

# Nothing but our own style sheet; anybody may show the page in a frame, for there is nothing to click away.
CONTENT = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
CACHING = "public, max-age=0, must-revalidate"


class View(Protocol):
    """What Django calls for an address of a timeline."""

    def __call__(self, request: HttpRequest, language: str, timeline: UUID | None = None) -> HttpResponse: ...


class ShownView(Protocol):
    """A view that is given the timeline and returns it in its format."""

    __name__: str

    def __call__(self, request: HttpRequest, shown: Shown) -> HttpResponse: ...


def of_public_timeline(view: ShownView) -> View:
    """Return a view for everybody. What is not public answers 404; what has not changed, 304."""

    @require_safe
    @conditional_page
    @wraps(view)
    def answer(request: HttpRequest, language: str, timeline: UUID | None = None) -> HttpResponse:
        shown = shown_to_everybody(language, timeline)
        with translation.override(shown.language):
            response = view(request, shown)
        response["Cache-Control"] = CACHING
        response["Content-Language"] = shown.language
        response["Access-Control-Allow-Origin"] = "*"
        response["Link"] = ", ".join(alternates(request, shown))
        return response

    return answer


def alternates(request: HttpRequest, shown: Shown) -> list[str]:
    """Return the same view of every language version, as the header Link names them."""
    name = request.resolver_match.url_name if request.resolver_match else None
    return [
        f'<{address.of(str(name))}>; rel="alternate"; hreflang="{language}"'
        for language, address in shown.versions.items()
    ]


@of_public_timeline
def calendar_feed(request: HttpRequest, shown: Shown) -> HttpResponse:
    body = calendar.calendar_of(shown, fuzzy=request.GET.get("fuzzy") == "1")
    return in_utf8(body, calendar.MEDIA_TYPE)


@of_public_timeline
def atom_feed(request: HttpRequest, shown: Shown) -> HttpResponse:
    return in_utf8(atom.atom_of(shown), atom.MEDIA_TYPE)


@of_public_timeline
def json_feed_view(request: HttpRequest, shown: Shown) -> HttpResponse:
    return in_utf8(json_feed.json_feed_of(shown), json_feed.MEDIA_TYPE)


@of_public_timeline
def listing_page(request: HttpRequest, shown: Shown) -> HttpResponse:
    """Answer with the whole page, or with `?fragment=1` only the list, to be put into another page."""
    listing = Listing(shown, request.GET)
    template = "fragment" if request.GET.get("fragment") == "1" else "listing"
    try:
        response = render(request, f"timelines/{template}.html", listing_context(listing))
    except BadInput as problem:
        return HttpResponseBadRequest(problem.message, content_type="text/plain; charset=utf-8")
    response["Content-Security-Policy"] = CONTENT
    response.xframe_options_exempt = True  # type: ignore[attr-defined]  # as Django's decorator does it
    return response


def listing_context(listing: Listing) -> dict[str, object]:
    return {
        "listing": listing,
        "shown": listing.shown,
        "band": listing.band,
        "certainties": [certainty.lower() for certainty in Certainty],
    }


def in_utf8(body: bytes, media_type: str) -> HttpResponse:
    return HttpResponse(body, content_type=f"{media_type}; charset=utf-8")
