"""How old the knowledge of an entry is. Pure; touches no model."""

from __future__ import annotations

from datetime import datetime, timedelta

from plugins.networks.vocabulary import Freshness

DEFAULT_REVIEW_MONTHS = 12
MONTH = timedelta(days=365.25 / 12)
GRACE = 1.5  # an entry is stale after one and a half review intervals


def freshness_of(known_at: datetime | None, review_months: int, *, now: datetime) -> Freshness:
    """Return how fresh an entry is, by the moment at which its facts were last known to be true.

    An entry of which nobody knows that moment is aging: it is neither confirmed nor given up.
    """
    if known_at is None:
        return Freshness.AGING
    age = now - known_at
    if age < review_months * MONTH:
        return Freshness.FRESH
    return Freshness.AGING if age < review_months * GRACE * MONTH else Freshness.STALE
