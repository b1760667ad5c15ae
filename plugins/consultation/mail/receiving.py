"""Takes mails that came back from the operator's mail server."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..conf import consultation_settings
from .bounces import LONGEST, receive


@csrf_exempt  # a mail server posts here: nothing is authorised by a cookie
@require_POST
def bounces(request: HttpRequest) -> HttpResponse:
    """Take a mail that came back, as the mail server got it; say whether it was about a notice of ours.

    Without the operator's secret the address does not exist.
    """
    secret = consultation_settings().bounce_secret
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if not secret or not constant_time_compare(given, secret):
        return HttpResponse(status=404)
    if int(request.headers.get("Content-Length") or 0) > LONGEST:
        return JsonResponse({"error": f"The message has more than {LONGEST} bytes."}, status=413)
    marked = receive(request.body, now=timezone.now())
    return JsonResponse({"marked": marked is not None})
