"""The page that verifies a receipt: in the browser with nothing but the heads; without JavaScript, here."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from ..submissions.verifying import LONGEST, Status, checked_receipt

ANSWERS = {
    Status.RECORDED: _("The receipt is valid, and the submission stands in the record as it was received."),
    Status.AMENDED: _("The receipt is valid. Its author has changed the submission since."),
    Status.WITHDRAWN: _(
        "The receipt is valid. The submission was withdrawn or erased; its entry stays in the log."
    ),
    Status.NOT_FOUND: _("There is no such receipt."),
    Status.INVALID: _("The receipt is not valid: it is damaged or forged."),
}


@csrf_exempt  # it changes nothing, and nothing is authorised by a cookie
def verify(request: HttpRequest, language: str) -> HttpResponse:
    """Show the form; with a receipt sent to it, also what it is worth."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    receipt = request.POST.get("receipt", "")[:LONGEST]
    checked = checked_receipt(receipt) if request.method == "POST" else None
    answer = ANSWERS[checked.status] if checked else ""
    shown = {"language": language, "receipt": receipt, "checked": checked, "answer": answer}
    with translation.override(language):
        page = render(request, "consultation/verify.html", shown)
    page["Content-Language"] = language
    page["Cache-Control"] = "no-store"
    return page
