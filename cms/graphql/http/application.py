"""The WSGI application that answers GraphQL. Every other address is left to Django as it is set up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from django.utils import translation

from cms.graphql.view import graphql

Application = Callable[..., Iterable[bytes]]
ADDRESS = "/graphql"


class DeliveryApplication(WSGIHandler):
    """Answers GraphQL behind the one middleware that it needs: it knows neither sessions nor users nor forms.

    What `settings.MIDDLEWARE` does otherwise would be a fifth of an answer's time.
    """

    def __init__(self, rest: Application) -> None:
        super().__init__()
        self.rest = rest

    def load_middleware(self, is_async: bool = False) -> None:
        self._middleware_chain = SecurityMiddleware(convert_exception_to_response(delivered))

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:  # type: ignore[override]  # a response is one
        answer = super().__call__ if environ.get("PATH_INFO") == ADDRESS else self.rest
        return answer(environ, start_response)


def delivered(request: HttpRequest) -> HttpResponse:
    """Return the answer. Raises DisallowedHost, of which Django makes 400."""
    request.get_host()
    # Django would ask whether the connection still works; the first statement finds out, and is asked again.
    connection.health_check_done = True  # type: ignore[attr-defined]  # stubs do not know it
    with translation.override(settings.LANGUAGE_CODE):
        response = graphql(request)
    response["Content-Length"] = str(len(response.content))
    return response
