"""The job of every minute: what is due goes into the ledger, what stands there goes out."""

from __future__ import annotations

from datetime import datetime

from .due import queue_due
from .sending import send_due


def queue_and_send(now: datetime) -> str:
    """Queue what is due now and send what waits. Late or twice, it does the same."""
    queued = queue_due(now)
    return f"{queued} queued, {send_due(now)}"
