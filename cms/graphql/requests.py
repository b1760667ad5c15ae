"""From an HTTP request to what it asks for, as the GraphQL-over-HTTP specification has it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from cms.graphql.http.problems import RequestProblem, bad_request
from cms.graphql.http.unusable import is_unusable

DOCUMENT_ID = re.compile(r"sha256:([0-9a-f]{64})")
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Asked:
    """A document or the SHA-256 of one, its variables, and which of its operations to run."""

    query: str
    variables: dict[str, Any]  # Any: JSON
    operation_name: str | None
    document_hash: str = ""
    wants_cost: bool = False


def asked(request: HttpRequest, *, largest: int) -> Asked:
    """Return what the request asks for, in at most so many bytes. Raises RequestProblem."""
    if request.method == "GET":
        check_size(len(request.META.get("QUERY_STRING", "")), largest)
        given: dict[str, Any] = parameters_of(request)
        for name in ("variables", "extensions"):
            given[name] = decoded(given[name], f"`{name}`") if given.get(name) else None
        return asked_with(given)
    if request.method != "POST":
        raise RequestProblem(405, "METHOD_NOT_ALLOWED", "Use POST, or GET for queries.", Allow="GET, POST")
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if request.content_type != "application/json" or charset not in {"utf-8", "utf8"}:
        raise RequestProblem(415, "UNSUPPORTED_MEDIA_TYPE", "Send the query as application/json, in UTF-8.")
    announced = request.headers.get("Content-Length") or "0"
    if not announced.isdecimal():
        raise bad_request("`Content-Length` must be a number.")
    check_size(int(announced), largest)
    check_size(len(request.body), largest)
    return asked_with(body_of(request.body))


def parameters_of(request: HttpRequest) -> dict[str, Any]:  # Any: JSON, not read yet
    try:
        return dict(request.GET.dict())
    except SuspiciousOperation:  # more parameters than Django reads
        raise bad_request("The address has too many parameters.") from None


def check_size(size: int, largest: int) -> None:
    if size > largest:
        message = f"The request has {size} bytes; at most {largest} are answered. Ask in several requests."
        raise RequestProblem(413, "PAYLOAD_TOO_LARGE", message)


def body_of(body: bytes) -> dict[str, Any]:  # Any: JSON
    try:
        parameters = decoded(body.decode("utf-8"), "The body")
    except UnicodeDecodeError:
        raise bad_request("The body is not UTF-8.") from None
    if isinstance(parameters, list):
        raise RequestProblem(400, "BATCH_REFUSED", "Send one operation in each request.")
    if not isinstance(parameters, dict):
        raise bad_request("The body must be a JSON object with a `query`.")
    return parameters


def decoded(text: str, what: str) -> Any:  # Any: JSON
    try:
        value = json.loads(text, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        raise bad_request(f"{what} is not JSON.") from None
    if is_unusable(value):
        raise bad_request(f"{what} has a character that no text can have, NUL or half of a pair.")
    return value


def refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def asked_with(given: dict[str, Any]) -> Asked:
    query = given.get("query")
    if query is not None and not isinstance(query, str):
        raise bad_request("`query` must be a string.")
    extensions, variables = given.get("extensions"), given.get("variables")
    name = given.get("operationName")
    if name is not None and not isinstance(name, str):
        raise bad_request("`operationName` must be a string.")
    if extensions is not None and not isinstance(extensions, dict):
        raise bad_request("`extensions` must be an object.")
    if variables is not None and not isinstance(variables, dict):
        raise bad_request("`variables` must be an object.")
    extensions = extensions or {}
    document_hash = hash_in(given.get("documentId"), extensions)
    if not query and not document_hash:
        raise bad_request("There is no `query`.")
    return Asked(query or "", variables or {}, name or None, document_hash, extensions.get("cost") is True)


def hash_in(document_id: object, extensions: dict[str, Any]) -> str:
    """Return the hash by which a document is asked for, in either way that clients have; "" for none."""
    if document_id is not None:
        match = DOCUMENT_ID.fullmatch(document_id) if isinstance(document_id, str) else None
        if not match:
            raise bad_request("`documentId` must be sha256: and 64 hexadecimal digits.")
        return match[1]
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return ""
    given = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(given, str) or not HASH.fullmatch(given):
        raise bad_request("`extensions.persistedQuery.sha256Hash` must be 64 hexadecimal digits.")
    return given
