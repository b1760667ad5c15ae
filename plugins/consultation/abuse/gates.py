"""The one question that the submit use case asks: does this attempt get in?"""

from __future__ import annotations

from collections.abc import Callable

from .attachments import attachment_gate
from .attempts import Refusal, RefusalCode, SubmissionAttempt
from .form_time import form_gate
from .proof_of_work import proof_gate
from .rates import rate_gate

Gate = Callable[[SubmissionAttempt], Refusal | None]


def honeypot_gate(attempt: SubmissionAttempt) -> Refusal | None:
    """Refuse who filled in the field that people do not see."""
    return Refusal(RefusalCode.LOOKS_AUTOMATIC) if attempt.honeypot.strip() else None


GATES: tuple[Gate, ...] = (honeypot_gate, form_gate, rate_gate, proof_gate, attachment_gate)
"""In order: what costs least, and tells least, comes first. The rate gate counts each attempt."""


def check(attempt: SubmissionAttempt) -> Refusal | None:
    """Return the first refusal of an attempt; None when it gets in. Ask once for each attempt."""
    return next((refusal for gate in GATES if (refusal := gate(attempt))), None)
