"""One HTTP request, one answer. No cookie is read or set, so that answers can be cached by anybody."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from cms.graphql.answering import Answer, Terms, answer
from cms.graphql.context import anonymous_context
from cms.graphql.errors import BadInput, request_error
from cms.graphql.http.access import Asker, asker_of
from cms.graphql.http.deadlines import deadline
from cms.graphql.http.negotiation import GRAPHQL, JSON, accepted_type
from cms.graphql.http.passes import passes_of
from cms.graphql.http.problems import RequestProblem, unexpected
from cms.graphql.http.rates import Meter
from cms.graphql.http.registered import with_document
from cms.graphql.http.responses import finish, request_id_of, response_to
from cms.graphql.requests import asked
from cms.graphql.schema import current_schema


@csrf_exempt  # nothing is authorised by a cookie
def graphql(request: HttpRequest) -> HttpResponse:
    """Answer a query or a mutation, by POST or (queries) by GET."""
    request_id = request_id_of(request)
    if request.method == "OPTIONS":
        response = HttpResponse(status=204)
    else:
        try:
            response = answered(request, request_id)
        except RequestProblem as problem:
            response = refusal(problem, request, request_id)
        except BadInput as problem:  # no site is set up
            response = refusal(RequestProblem(503, "INTERNAL", problem.message), request, request_id)
        except Exception as error:  # whatever it is, a client of an API reads JSON
            response = refusal(unexpected(error, request_id=request_id), request, request_id)
    finish(response, request, request_id=request_id, origins=settings.GRAPHQL_ORIGINS)
    return response


def answered(request: HttpRequest, request_id: str) -> HttpResponse:
    """Return what the schema answers, as a response. Raises RequestProblem, and BadInput without a site."""
    media_type = accepted_type(request.headers.get("Accept", ""))
    asker = asker_of(request)
    meter = Meter(asker.name, limit=settings.GRAPHQL_RATE)
    told = told_to(asker, meter, request, request_id)
    if not meter.has_charged:
        meter.charge(1)  # reading what is refused is work, too
    response = response_to(
        request,
        told.body,
        status=status_of(told, media_type),
        media_type=media_type,
        is_private=asker.is_known or bool(passes_of(request)),
        tags=told.tags,
    )
    for name, value in meter.headers().items():
        response[name] = value
    return response


def told_to(asker: Asker, meter: Meter, request: HttpRequest, request_id: str) -> Answer:
    limits, schema = settings.GRAPHQL_LIMITS, current_schema()
    wanted = with_document(asked(request, largest=limits.bytes), asker=asker, plugins=schema.plugins)
    with deadline(limits.seconds):
        return answer(
            wanted,
            schema=schema,
            context=replace(
                anonymous_context(schema.plugins, passes=passes_of(request)),
                request_id=request_id,
                asker=asker.name,
            ),
            is_get=request.method == "GET",
            terms=Terms(limits, asker.may_introspect, meter.charge),
        )


def status_of(told: Answer, media_type: str) -> int:
    """Return 200, or 400 for what did not run; clients of the older media type always get 200."""
    return 200 if told.has_run or media_type == JSON else 400


def refusal(problem: RequestProblem, request: HttpRequest, request_id: str) -> HttpResponse:
    refused = response_to(
        request,
        {"errors": [request_error(problem.code, str(problem), request_id=request_id)]},
        status=problem.status,
        media_type=GRAPHQL,
        is_private=problem.status == 401,
    )
    for name, value in problem.headers.items():
        refused[name] = value
    return refused
