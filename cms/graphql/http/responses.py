"""The response to a request: its body, and the headers that say who may keep it, and who may read it."""

from __future__ import annotations

import hashlib
import re
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from cms.graphql.encoding import encoded
from cms.graphql.http.passes import HEADER

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
ALLOWED = f"Authorization, {HEADER}, Content-Type, Accept, If-None-Match, X-Request-Id"
EXPOSED = "Cache-Tag, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"
PUBLIC = "public, max-age=0, must-revalidate"
SHARED = "public, max-age=0, s-maxage=%d, stale-while-revalidate=60, stale-if-error=86400"


def request_id_of(request: HttpRequest) -> str:
    """Return the id that the client or a proxy gave the request, if it looks like one; else a new one."""
    given = request.headers.get("X-Request-Id", "")
    return given if REQUEST_ID.fullmatch(given) else uuid4().hex


def response_to(
    request: HttpRequest,
    body: dict[str, Any],  # Any: JSON
    *,
    status: int,
    media_type: str,
    is_private: bool,
    tags: tuple[str, ...] = (),
) -> HttpResponse:
    """Return the response; 304 without a body if the client of a GET has it.

    Without tags nobody keeps it: errors and changes have none. What a token may see is kept by nobody either.
    """
    text = encoded(body)
    response = HttpResponse(text, status=status, content_type=f"{media_type}; charset=utf-8")
    if is_private or not tags:
        response["Cache-Control"] = "private, no-store" if is_private else "no-store"
        return response
    response["Cache-Tag"] = ",".join(tags)
    response["ETag"] = etag = f'"{hashlib.sha256(text).hexdigest()[:32]}"'
    response["Cache-Control"] = PUBLIC
    if request.method != "GET":
        return response  # HTTP knows no 304 for a POST, and no shared cache keeps its answer
    if seconds := settings.SHARED_CACHE_SECONDS:
        response["Cache-Control"] = SHARED % seconds
    kept = get_conditional_response(request, etag=etag, response=response) or response
    kept["Cache-Tag"] = response["Cache-Tag"]
    return kept


def finish(
    response: HttpResponse, request: HttpRequest, *, request_id: str, origins: tuple[str, ...]
) -> None:
    """Add what every response carries, whatever became of the request."""
    response["X-Request-Id"] = request_id
    response["X-Content-Type-Options"] = "nosniff"
    patch_vary_headers(response, ["Accept", "Authorization", HEADER])
    origin = request.headers.get("Origin", "")
    if "*" in origins:
        response["Access-Control-Allow-Origin"] = "*"
    else:
        patch_vary_headers(response, ["Origin"])
        if origin not in origins:
            return
        response["Access-Control-Allow-Origin"] = origin
    response["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
    response["Access-Control-Allow-Headers"] = ALLOWED
    response["Access-Control-Expose-Headers"] = EXPOSED
    response["Access-Control-Max-Age"] = "86400"
