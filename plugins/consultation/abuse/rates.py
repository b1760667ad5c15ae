"""How often networks, addresses and invitations hand something in. Counted by digests that nobody can undo.

The key of the digests is random, lives in the cache and is replaced every day: what was counted
yesterday cannot be matched with anybody today, nor with what another installation counts.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address, ip_network

from django.core.cache import cache

from ..conf import consultation_settings
from .attempts import Refusal, RefusalCode, SubmissionAttempt

HOUR, DAY = 3600, 86_400
IPV4_BITS, IPV6_BITS = 24, 56


def rate_gate(attempt: SubmissionAttempt) -> Refusal | None:
    """Count the attempt; refuse it when one of its counts is above the hour's limit."""
    over = [
        counted(kind, who, attempt.now) > limit for kind, who, limit in counts_of(attempt) if who and limit
    ]
    if not any(over):
        return None
    return Refusal(RefusalCode.RATE_LIMITED, retry_after=HOUR - int(attempt.now.timestamp()) % HOUR)


def counts_of(attempt: SubmissionAttempt) -> Iterator[tuple[str, str, int]]:
    """Return what an attempt is counted under, with the limit; the invited are not counted by network."""
    limits = consultation_settings()
    if attempt.invitation_key:
        yield "invitation", attempt.invitation_key, limits.submissions_an_invitation
    else:
        yield "network", network_of(attempt.address), limits.submissions_a_network
    yield "email", attempt.email.strip().casefold(), limits.submissions_an_email


def network_of(address: str) -> str:
    """Return the network that an address, or a smaller network, is counted with: /24, or /56 of IPv6.

    What is neither comes back as it is: the token of an API is counted by itself.
    """
    try:
        parsed = ip_address(address.partition("/")[0])
    except ValueError:
        return address
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return str(ip_network((mapped, IPV4_BITS if mapped.version == 4 else IPV6_BITS), strict=False))


def counted(kind: str, who: str, now: datetime) -> int:
    """Return how often it was counted in this hour, this time included."""
    key = counter_key(kind, who, now)
    cache.add(key, 0, timeout=HOUR + 60)
    try:
        return int(cache.incr(key))
    except ValueError:  # it expired in between
        return 1


def seen(kind: str, who: str, now: datetime) -> int:
    """Return how often it was counted in this hour, without counting."""
    return int(cache.get(counter_key(kind, who, now), 0))


def counter_key(kind: str, who: str, now: datetime) -> str:
    hour = int(now.timestamp()) // HOUR
    digest = hmac.new(salt_of_the_day(now), f"{kind}:{who}".encode(), "sha256").hexdigest()
    return f"consultation-rate-{hour}-{digest}"


def salt_of_the_day(now: datetime) -> bytes:
    """Return the random key of the day, made by whoever needs it first and forgotten after two days."""
    key = f"consultation-rate-salt-{int(now.timestamp()) // DAY}"
    cache.add(key, secrets.token_bytes(32), timeout=2 * DAY)
    return bytes(cache.get(key) or secrets.token_bytes(32))
