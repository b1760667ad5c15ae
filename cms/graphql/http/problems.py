"""Why a request gets no answer from the schema: a status, a code, and what to do."""

from __future__ import annotations

import logging

from cms.domain.problems import owner_of, record
from cms.models import Problem
from cms.plugin_host.composition import CORE

log = logging.getLogger("cms.graphql")


class RequestProblem(Exception):
    """The request cannot be answered. Carries a status, a code of errors.CODES and what to do."""

    def __init__(self, status: int, code: str, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def unexpected(error: Exception, *, request_id: str) -> RequestProblem:
    """Return what is told of a failure outside the schema. Logs and records it."""
    log.error("request %s failed", request_id, exc_info=error)
    record(error, owner=owner_of(error, otherwise=CORE), kind=Problem.Kind.RESOLVER, place="request")
    message = f"Something failed here. Quote the request id {request_id} when you report it."
    return RequestProblem(500, "INTERNAL", message)


def bad_request(message: str) -> RequestProblem:
    return RequestProblem(400, "BAD_REQUEST", message)
