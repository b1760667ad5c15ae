"""Addresses of withheld files: signed for a while, for a reader who has shown a pass."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.core.signing import BadSignature, TimestampSigner

from cms.models import ContentDocument

VALID_FOR = timedelta(minutes=15)
ARGUMENT = "access"

_signer = TimestampSigner(salt="cms.domain.file_access")


def signed(address: str, document: ContentDocument) -> str:
    """Return the address with a signature that opens this document alone, for a quarter hour."""
    return f"{address}?{urlencode({ARGUMENT: _signer.sign(str(document.pk))})}"


def opens(signature: str, document_id: int) -> bool:
    """Whether a signature is ours, is for this document, and is young enough."""
    try:
        return _signer.unsign(signature, max_age=VALID_FOR) == str(document_id)
    except BadSignature:
        return False
