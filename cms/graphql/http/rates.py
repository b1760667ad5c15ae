"""How many points may be spent in a minute: a count in the cache for everybody who asks."""

from __future__ import annotations

import time

from django.core.cache import cache

from cms.graphql.http.problems import RequestProblem

WINDOW = 60  # seconds


class Meter:
    """Counts what one request spends. With a limit of 0 nothing is counted or told."""

    def __init__(self, name: str, *, limit: int) -> None:
        self._key = name
        self._limit = limit
        self._spent = 0
        self.has_charged = False

    def charge(self, points: int) -> None:
        """Count the points. Raises RequestProblem when that is more than the limit."""
        self.has_charged = True
        if not self._limit:
            return
        key = f"graphql-rate:{self._key}:{int(time.time()) // WINDOW}"
        cache.add(key, 0, timeout=2 * WINDOW)
        self._spent = cache.incr(key, points)
        if self._spent > self._limit:
            wait = seconds_left()
            message = f"{self._limit} points may be spent in {WINDOW} seconds. Ask again in {wait} seconds."
            raise RequestProblem(429, "RATE_LIMITED", message, Retry_After=str(wait))

    def headers(self) -> dict[str, str]:
        """Return the limit and what is left of it, as the IETF's draft of RateLimit headers has them."""
        if not self._limit:
            return {}
        return {
            "RateLimit-Policy": f'"points";q={self._limit};w={WINDOW}',
            "RateLimit": f'"points";r={max(0, self._limit - self._spent)};t={seconds_left()}',
        }


def seconds_left() -> int:
    return WINDOW - int(time.time()) % WINDOW
