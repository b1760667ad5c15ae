"""Records what fails at an address or admin page of a plugin, and names the plugin."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.urls import reverse

from cms.domain.problems import owner_of, record
from cms.models import Problem
from cms.plugin_host.composition import CORE

log = logging.getLogger("cms.failures")

NO_FAILURES = (Http404, PermissionDenied, SuspiciousOperation)


class FailureMiddleware:
    """Leaves the answer to Django; its error page takes the owner's name from the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """Count the failure under the address's name. It is outside any transaction here."""
        if isinstance(error, NO_FAILURES):
            return
        match = request.resolver_match
        place = (match.view_name if match else "") or request.path
        mounted = match.namespaces[0] if match and match.route.startswith("plugins/") else CORE
        kind = Problem.Kind.ADMIN if is_admin(request) else Problem.Kind.ADDRESS
        request.failed_owner = owner_of(error, otherwise=mounted)  # type: ignore[attr-defined]  # read by the error page
        record(error, owner=request.failed_owner, kind=kind, place=place)  # type: ignore[attr-defined]  # as above


def is_admin(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("wagtailadmin_home"))


def failed(request: HttpRequest) -> HttpResponse:
    """Answer what failed, with status 500: a page that names the plugin, in the admin with its menu."""
    owner = getattr(request, "failed_owner", CORE)
    context = {"plugin": None if owner == CORE else owner}
    for template in ("cms/admin/failed.html", "cms/failed.html")[0 if is_admin(request) else 1 :]:
        try:
            return render(request, template, context, status=500)
        except Exception:  # what failed may be what the page's menu needs
            log.exception("The page that tells of a failure failed itself")
    return HttpResponseServerError("Something failed here.", content_type="text/plain; charset=utf-8")
