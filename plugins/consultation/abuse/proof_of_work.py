"""The last step against floods: a challenge that costs the asker's computer a second, as ALTCHA has it.

Nothing is loaded from elsewhere: challenges are made and checked here, by the altcha library. It is asked
for only when a network sends more than a few people would, so that nobody needs JavaScript otherwise.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from altcha import create_challenge_v1, verify_solution_v1
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from ..conf import consultation_settings
from .attempts import Refusal, RefusalCode, SubmissionAttempt
from .rates import network_of, seen

VALID_FOR = timedelta(minutes=20)
LONGEST = 2000


@dataclass(frozen=True)
class Challenge:
    """What an ALTCHA widget needs: find the number, at most `max_number`, whose salted hash is told."""

    algorithm: str
    challenge: str
    max_number: int
    salt: str
    signature: str


def challenge_for(round_id: int, *, now: datetime) -> Challenge:
    """Return a new challenge that is good for one submission to a round."""
    made = create_challenge_v1(
        algorithm="SHA-256",
        max_number=consultation_settings().proof_numbers,
        hmac_key=hmac_key(),
        expires=now + VALID_FOR,
        params={"round": str(round_id)},
        salt_length=16,
        salt="",
        number=None,
    )
    return Challenge(made.algorithm, made.challenge, made.max_number, made.salt, made.signature)


def proof_gate(attempt: SubmissionAttempt) -> Refusal | None:
    """Refuse who has to prove work and does not: where much comes from, or where everybody has to.

    The invited never have to.
    """
    if attempt.invitation_key or not (attempt.must_prove or is_busy(attempt)):
        return None
    if is_solved(attempt.proof, attempt.round_id):
        return None
    return Refusal(RefusalCode.PROOF_REQUIRED, field="proof")


def is_busy(attempt: SubmissionAttempt) -> bool:
    network = network_of(attempt.address)
    return seen("network", network, attempt.now) > consultation_settings().submissions_without_proof


def is_solved(proof: str, round_id: int) -> bool:
    """Whether it solves a challenge of ours for this round that was not used before. Uses it up."""
    if not proof or len(proof) > LONGEST:
        return False
    try:
        right, _problem = verify_solution_v1(proof, hmac_key())
    except (ValueError, TypeError, AttributeError, KeyError):  # whatever JSON somebody made up
        return False
    if not right:
        return False
    salt, signature = salt_and_signature(proof)
    if f"round={round_id}&" not in salt:
        return False
    return bool(cache.add(f"consultation-proof-{signature}", 1, timeout=int(VALID_FOR.total_seconds()) + 60))


def salt_and_signature(proof: str) -> tuple[str, str]:
    solved = json.loads(base64.b64decode(proof))
    return f"{solved['salt']}&", str(solved["signature"])


def hmac_key() -> str:
    return salted_hmac("plugins.consultation.proof", "altcha", secret=settings.SECRET_KEY).hexdigest()
