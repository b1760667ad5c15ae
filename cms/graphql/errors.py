"""What a frontend is told when something fails: a stable code, and never more than it should know."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError, GraphQLFormattedError

from cms.domain import problems
from cms.domain.problems import record
from cms.graphql.limits import CODES as LIMIT_CODES
from cms.graphql.limits import LimitExceeded
from cms.models import Problem
from cms.plugin_host.composition import CORE

log = logging.getLogger("cms.graphql")

CODES = {
    "BAD_REQUEST": "The request is not one that GraphQL over HTTP knows.",
    "BAD_USER_INPUT": "An argument has a value that cannot be used; the message says which.",
    "BATCH_REFUSED": "The request holds several operations in an array.",
    "GRAPHQL_PARSE_FAILED": "The document is not GraphQL.",
    "GRAPHQL_VALIDATION_FAILED": "The document asks for something that the schema does not have.",
    "INTERNAL": "Something failed here. The request id finds the record in the log.",
    "INTROSPECTION_REFUSED": "Only some tokens may ask for the schema here.",
    "METHOD_NOT_ALLOWED": "The HTTP method cannot be used for this.",
    "NOT_ACCEPTABLE": "None of the accepted media types can be produced.",
    "OPERATION_NOT_FOUND": "The document holds several operations, or not the named one.",
    "OPERATION_NOT_REGISTERED": "Without a token, only registered operations are answered here.",
    "PAYLOAD_TOO_LARGE": "The request is larger than the limit.",
    "PERSISTED_QUERY_NOT_FOUND": "No registered document has this hash. Send its text.",
    "RATE_LIMITED": "Too much was asked in a minute. `Retry-After` says when to ask again.",
    "TIMEOUT": "The answer took too long; what was there in time is in `data`.",
    "UNAUTHENTICATED": "The API token is not valid, or there is none where one is needed.",
    "UNSUPPORTED_MEDIA_TYPE": "The request's media type is not application/json.",
    **LIMIT_CODES,
}
RETRYABLE = frozenset({"INTERNAL", "RATE_LIMITED", "TIMEOUT"})
LONGEST_MESSAGE = 500  # characters: what is quoted in a message may have any length
SUGGESTION = " Did you mean "


class BadInput(GraphQLError):
    """The asker made a mistake and can correct it. The message says how and may be shown."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "BAD_USER_INPUT"})


def request_error(
    code: str, message: str, *, request_id: str, shows_names: bool = True, about: GraphQLError | None = None
) -> GraphQLFormattedError:
    """Return an error of a request that does not run, with the places in the document that it is about."""
    places = {"locations": about.formatted["locations"]} if about and about.locations else {}
    numbers = (about.extensions or {}) if isinstance(about, LimitExceeded) else {}
    extensions = {**numbers, "code": code, "requestId": request_id, **retryable(code)}
    return {"message": told(message, shows_names), **places, "extensions": extensions}  # type: ignore[typeddict-item]  # a merged one


def told(message: str, shows_names: bool) -> str:
    """Return what may be told of a message: the schema's names are suggested only to who may ask for them."""
    shown = message if shows_names else message.partition(SUGGESTION)[0]
    return shown if len(shown) <= LONGEST_MESSAGE else f"{shown[:LONGEST_MESSAGE]}…"


def retryable(code: str) -> dict[str, bool]:
    return {"retryable": True} if code in RETRYABLE else {}


def formatted(
    error: GraphQLError, *, owners: Mapping[str, str], request_id: str, shows_names: bool = True
) -> GraphQLFormattedError:
    """Return the error as the answer shows it: masked when it is a surprise, with the owning plugin."""
    shown = error.formatted
    code = code_of(error)
    extensions: dict[str, Any] = {"code": code, "requestId": request_id, **retryable(code)}  # Any: JSON
    shown["message"] = told(error.message, shows_names)
    owner = owner_of(error, owners)
    if owner != CORE:
        extensions["plugin"] = owner
    if code == "INTERNAL":
        log.error("request %s failed at %s", request_id, error.path, exc_info=error.original_error)
        record(error.original_error or error, owner=owner, kind=Problem.Kind.RESOLVER, place=place_of(error))
        shown["message"] = f"Something failed here. Quote the request id {request_id} when you report it."
    shown["extensions"] = extensions
    return shown


def code_of(error: GraphQLError) -> str:
    declared = (error.extensions or {}).get("code")
    if declared in CODES:
        return str(declared)
    # Without a path it is about variables; what graphql-core raises itself at a field is about arguments.
    is_ours_to_explain = not error.path or isinstance(error.original_error, GraphQLError | None)
    return "BAD_USER_INPUT" if is_ours_to_explain else "INTERNAL"


def owner_of(error: GraphQLError, owners: Mapping[str, str]) -> str:
    """Return the label of the plugin whose code failed, or whose root field the error lies under.

    `owners` maps response keys, not field names: a root field may have an alias.
    """
    owner = owners.get(str(error.path[0]), CORE) if error.path else CORE
    return problems.owner_of(error.original_error or error, otherwise=owner)


def place_of(error: GraphQLError) -> str:
    """Return the path of a field without positions in lists: the same failure of every item is one."""
    return ".".join(key for key in error.path or () if isinstance(key, str)) or "request"
