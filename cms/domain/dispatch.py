"""From an event to its subscribers: after the commit, each apart from the others, again until it succeeds.

An event waits in the outbox, in the transaction of what it reports: it is neither announced for what
was rolled back nor lost when the process dies after the commit.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from cms.domain.problems import isolated
from cms.events.base import Event
from cms.models import OutboxEntry, Problem
from cms.plugin_host.composition import PluginSet
from cms.plugin_host.parts import Subscriber

MOST_ATTEMPTS = 10
FIRST_PAUSE = timedelta(seconds=30)  # doubled with each attempt: the last is half a day later
AT_ONCE = 200  # deliveries in one run of the job


def announce(event: Event) -> None:
    """Hand an event to its subscribers when the surrounding transaction is committed."""
    entries = OutboxEntry.objects.bulk_create(
        OutboxEntry(
            event=event.name,
            payload=event.payload(),
            subscriber=name,
            due_at=event.occurred_at + FIRST_PAUSE,
        )
        for name, (_owner, subscriber) in subscribers().items()
        if subscriber.event.name == event.name
    )
    if entries:
        transaction.on_commit(lambda: deliver_all(entries), robust=True)


def subscribers() -> dict[str, tuple[str, Subscriber]]:
    """Return the owner and the subscriber by full name, such as "networks.refresh"."""
    found = PluginSet.installed().collect("subscribers")
    return {f"{owner}.{subscriber.name}": (owner, subscriber) for owner, subscriber in found}


def deliver_all(entries: list[OutboxEntry]) -> int:
    """Return how many of these are received now."""
    known = subscribers()
    return sum(deliver(entry, *known[entry.subscriber]) for entry in entries if entry.subscriber in known)


def deliver(entry: OutboxEntry, owner: str, subscriber: Subscriber) -> bool:
    """Whether the subscriber received the event. A failure is recorded, and tried again later."""
    with isolated(owner, Problem.Kind.SUBSCRIBER, f"{entry.subscriber} ({entry.event})"):
        subscriber.handle(subscriber.event.from_payload(entry.payload))
        entry.delete()
        return True
    entry.attempts += 1
    entry.due_at = timezone.now() + FIRST_PAUSE * 2**entry.attempts
    entry.save(update_fields=["attempts", "due_at"])
    return False


def deliver_late(now: datetime) -> str:
    """Try again what was not received. What failed too often stays in the outbox and is not tried again."""
    waiting = OutboxEntry.objects.filter(due_at__lte=now, attempts__lt=MOST_ATTEMPTS).order_by("pk")
    received = deliver_all(list(waiting[:AT_ONCE]))
    return f"{received} delivered"
