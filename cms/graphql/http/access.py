"""Who asks, and what they may: anybody, or the holder of an API token. No cookie is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import APIToken

from cms.graphql.http.networks import network_of
from cms.graphql.http.problems import RequestProblem
from cms.models import TokenGrant

SEEN_EVERY = timedelta(minutes=1)  # a write for each request would cost more than most requests


@dataclass(frozen=True)
class Asker:
    """Who asks. `name` is for counting and is never told."""

    name: str
    is_known: bool
    may_ask_freely: bool
    """Any document, not only registered ones."""
    may_introspect: bool
    """The schema, and the names that error messages suggest."""


def asker_of(request: HttpRequest) -> Asker:
    """Return who asks. Raises RequestProblem for a bad token, and for none where one is needed."""
    header = request.headers.get("Authorization")
    if header is not None:
        return holder(header, now=timezone.now())
    if settings.GRAPHQL_READERS != "everybody":
        raise unauthenticated("Send an API token: Authorization: Bearer …")
    return Asker(
        name=network_of(request, proxies=settings.PROXIES),
        is_known=False,
        may_ask_freely=settings.GRAPHQL_DOCUMENTS == "any",
        may_introspect=settings.GRAPHQL_INTROSPECTION == "everybody",
    )


def holder(header: str, *, now: datetime) -> Asker:
    """Return the holder of a token. What is wrong with a bad one is not told, nor by the time it takes."""
    scheme, _, secret = header.partition(" ")
    hashes = APIToken.candidate_key_hashes(secret.strip()[:200])
    grant = (
        TokenGrant.objects.select_related("token__user")
        .filter(token__key_hash__in=hashes, token__revoked_at=None)
        .first()
    )
    if scheme.lower() != "bearer" or grant is None or not grant.is_good(now):
        raise unauthenticated("The API token is not valid.")
    note_use(grant.token, now=now)
    return Asker(
        name=f"token-{grant.token_id}",
        is_known=True,
        may_ask_freely=grant.ad_hoc or settings.GRAPHQL_DOCUMENTS == "any",
        may_introspect=grant.introspection or settings.GRAPHQL_INTROSPECTION == "everybody",
    )


def unauthenticated(message: str) -> RequestProblem:
    return RequestProblem(401, "UNAUTHENTICATED", message, WWW_Authenticate='Bearer realm="graphql"')


def note_use(token: APIToken, *, now: datetime) -> None:
    if token.last_used_at is None or now - token.last_used_at >= SEEN_EVERY:
        APIToken.objects.filter(pk=token.pk).update(last_used_at=now)
