"""References, and the tokens by which respondents come back to what they handed in."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from ..models import Submission
from .errors import Code, refusal

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another when read out
FORM_SALT = "consultation.form"


def new_reference() -> str:
    """Return a reference such as `GR-7KQ2-9XMF-4T`; by chance, so that it tells nothing of how many came."""
    drawn = "".join(secrets.choice(LETTERS) for _place in range(10))
    return f"GR-{drawn[:4]}-{drawn[4:8]}-{drawn[8:]}"


def manage_token(submission: Submission) -> str:
    """Return the token of a submission. It is made anew from the server's key; only its digest is stored."""
    drawn = salted_hmac("consultation.manage", submission.manage_nonce, algorithm="sha256")
    return signing.b64_encode(drawn.digest()).decode()


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def submission_of(token: str) -> Submission:
    """Return the submission that a token leads to, held until the end of the transaction.

    Raises Refused, with the same answer for every token that leads nowhere.
    """
    found = Submission.objects.select_for_update().filter(manage_token_hash=token_hash(token)).first()
    if found is None:
        raise refusal(Code.TOKEN_INVALID, "manageToken")
    return found


def page_token(reference: str) -> str:
    """Return what stands in the address of a receipt's page: it opens the receipt and nothing else."""
    drawn = salted_hmac("consultation.receipt", reference, algorithm="sha256")
    return signing.b64_encode(drawn.digest()[:16]).decode()


def is_page_token(token: str, reference: str) -> bool:
    return constant_time_compare(token, page_token(reference))


def form_token(round_id: int, *, now: datetime) -> str:
    """Return what a form carries to show when it was opened, and for which round."""
    return signing.dumps([round_id, int(now.timestamp())], salt=FORM_SALT)


def opened_at(token: str | None, *, round_id: int) -> datetime | None:
    """Return when a form of this round was opened; None for a token that this server never made for it."""
    try:
        of, at = signing.loads(token or "", salt=FORM_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return datetime.fromtimestamp(at, UTC) if of == round_id else None


def language_of(token: str) -> str:
    """Return the language of the submission that a token leads to; for any other token the house's."""
    found = Submission.objects.filter(manage_token_hash=token_hash(token))
    return found.values_list("language", flat=True).first() or settings.LANGUAGE_CODE
