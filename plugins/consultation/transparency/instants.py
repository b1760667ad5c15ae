"""Instants as receipts show them: UTC, in whole seconds."""

from datetime import UTC, datetime

FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def whole_second(instant: datetime) -> datetime:
    """Return the instant in UTC without the fraction of its second: nothing is said to have come later."""
    return instant.astimezone(UTC).replace(microsecond=0)


def instant_text(instant: datetime) -> str:
    """Return `2026-11-30T20:59:59Z`."""
    # Not strftime: it writes years before 1000 without leading zeros on some systems.
    return whole_second(instant).replace(tzinfo=None).isoformat() + "Z"


def instant_from(text: str) -> datetime:
    """Return the instant that `instant_text` wrote. Raises ValueError for any other spelling."""
    instant = datetime.strptime(text, FORMAT).replace(tzinfo=UTC)
    if instant_text(instant) != text:
        raise ValueError(f"{text} is not written as 2026-11-30T20:59:59Z.")
    return instant
