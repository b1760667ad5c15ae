"""The published heads, and the script that verifies with nothing but them."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse

from .. import transparency
from ..models import LogKey, TreeHead
from ..submissions.ledger import head_of
from ..transparency.publication import FORMAT


def heads(request: HttpRequest) -> JsonResponse:
    """Return all heads, oldest first, each with the proof that it continues the one before; for everybody."""
    rows = list(TreeHead.objects.select_related("key"))
    document = {
        "format": FORMAT,
        "log": rows[-1].log if rows else "",
        "public_keys": list(LogKey.objects.values_list("public_key", flat=True)),
        "heads": [{"head": head_of(row).document(), "consistency": row.consistency} for row in rows],
    }
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}
    return JsonResponse(document, headers=headers)


def verifier(request: HttpRequest) -> HttpResponse:
    """Return what the page verifies with."""
    source = Path(__file__).with_name("verify.js").read_bytes()
    return HttpResponse(source, content_type="text/javascript; charset=utf-8")


def script(request: HttpRequest) -> HttpResponse:
    """Return verify_receipt.py: one file that runs anywhere."""
    source = Path(transparency.__file__).with_name("verify_receipt.py").read_bytes()
    return HttpResponse(source, content_type="text/x-python; charset=utf-8")
