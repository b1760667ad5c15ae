"""What this server itself serves of withheld content: to those who may, and to nobody else a trace."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.documents.views.serve import serve
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.domain.file_access import ARGUMENT, opens
from cms.domain.visibility import anonymous_audience
from cms.models import ContentDocument


def document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponse:
    """Serve a document as Wagtail does; one that is withheld, to staff and with a signature only."""
    withheld = ContentDocument.objects.filter(anonymous_audience().withheld_document, pk=int(document_id))
    found = withheld.first()
    if found is None:
        return serve(request, document_id, document_filename)
    if not (opens(request.GET.get(ARGUMENT, ""), found.pk) or may_manage(request, found)):
        raise as_missing(request)
    response = serve(request, document_id, document_filename)
    response["Cache-Control"] = "private, no-store"
    return response


def as_missing(request: HttpRequest) -> Http404:
    """Return what a missing page raises. That we looked at the session is not told, by `Vary` for one."""
    request.session.accessed = False
    return Http404()


def may_manage(request: HttpRequest, found: ContentDocument) -> bool:
    user = request.user
    policy = policy_registry.get_by_type(ContentDocument)
    allowed = policy.user_has_any_permission_for_instance(user, ["change", "choose"], found)
    return bool(user.is_authenticated and allowed)


def hide_page(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:  # Any: as the hook has it
    """Answer a withheld page as a missing one, where others are sent on to the frontend."""
    known = Page.objects.filter(pk=page.pk)
    if anonymous_audience().not_withheld(known).exists():
        return
    if not (request.user.is_authenticated and page.permissions_for_user(request.user).can_edit()):
        raise as_missing(request)
