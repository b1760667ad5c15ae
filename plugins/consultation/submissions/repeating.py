"""A request that is sent again is answered again, and done once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..models import MutationRecord, Submission, SubmissionRevision
from .errors import Code, refusal
from .ledger import make_durable

SHORTEST_KEY, LONGEST_KEY = 16, 100


@dataclass(frozen=True)
class Outcome:
    """What became of a request. `revision` is the recorded one, where something was recorded."""

    submission: Submission | None
    revision: SubmissionRevision | None = None
    is_repeated: bool = False


@dataclass(frozen=True)
class Request:
    """What was sent, by whom. Without a key it is carried out each time it is sent."""

    operation: str
    sent: Mapping[str, Any]  # Any: JSON
    key: str | None = None
    scope: str = ""  # the token of a submission; a key means something only there

    @property
    def digest(self) -> str:
        return hashlib.sha256(f"{self.scope}\n{self.key}".encode("utf-8", "replace")).hexdigest()

    @property
    def input_hash(self) -> str:
        """Keyed, because it is over personal data and outlives them."""
        text = json.dumps([self.operation, self.sent], sort_keys=True, default=str)
        return salted_hmac("consultation.input", text, algorithm="sha256").hexdigest()


def carried_out(request: Request, act: Callable[[], Outcome]) -> Outcome:
    """Return the outcome of a request, done in one transaction or found done. Raises Refused."""
    if request.key is not None and not SHORTEST_KEY <= len(request.key) <= LONGEST_KEY:
        raise refusal(Code.INVALID, "idempotencyKey")
    make_durable()
    try:
        return done_once(request, act)
    except IntegrityError:
        # Somebody else was first, with this key or this invitation. Now their rows are there to be seen.
        return done_once(request, act)


def done_once(request: Request, act: Callable[[], Outcome]) -> Outcome:
    with transaction.atomic():
        if request.key is None:
            return act()
        known = MutationRecord.objects.filter(key=request.digest).select_related("submission").first()
        if known is not None:
            return repeated(known, request)
        outcome = act()
        if outcome.submission is not None:
            keep(request, outcome.submission, outcome.revision)
        return outcome


def repeated(known: MutationRecord, request: Request) -> Outcome:
    if known.input_hash != request.input_hash:
        raise refusal(Code.KEY_REUSED, "idempotencyKey")
    number = known.outcome.get("revision")
    revision = known.submission.revisions.filter(number=number).first() if number else None
    return Outcome(known.submission, revision, is_repeated=True)


def keep(request: Request, submission: Submission, revision: SubmissionRevision | None) -> None:
    MutationRecord.objects.create(
        key=request.digest,
        operation=request.operation,
        input_hash=request.input_hash,
        submission=submission,
        outcome={"revision": revision.number} if revision else {},
        done_at=timezone.now(),
    )
