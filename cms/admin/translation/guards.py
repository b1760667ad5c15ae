"""How a view is put behind a question, and how a refusal is told; changes nothing."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request

View = Callable[..., HttpResponse]
# Takes the request and the arguments from the address; returns the reason for a refusal, or None.
Question = Callable[..., str | None]


def guarded(view: View, question: Question) -> View:
    """Return the view behind the question. A refusal is a message on the page that the person came from."""

    @wraps(view)
    def asked(request: HttpRequest, **address: object) -> HttpResponse:
        objection = question(request, **address)
        return refuse(request, objection) if objection else view(request, **address)

    return asked


def guarded_json(view: View, question: Question) -> View:
    """Return the view behind the question. A refusal is an answer with status 403 that says why."""

    @wraps(view)
    def asked(request: HttpRequest, **address: object) -> HttpResponse:
        if objection := question(request, **address):
            return JsonResponse({"detail": objection}, status=403)
        return view(request, **address)

    return asked


def refuse(request: HttpRequest, objection: str) -> HttpResponse:
    """Send the person back to where they came from, with the reason."""
    messages.error(request, objection)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
