"""Keeps one part's failure from harming another, and remembers it where a person looks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from hashlib import sha256
from traceback import StackSummary, extract_tb

from django.db import DatabaseError, models, transaction
from django.utils import timezone

from cms.models import Problem
from cms.plugin_host.composition import CORE, PluginSet

log = logging.getLogger("cms.problems")

KEPT_FOR = timedelta(days=30)  # after the last time


@contextmanager
def isolated(owner: str, kind: Problem.Kind, place: str, *, undo: bool = True) -> Iterator[None]:
    """Run a part so that its exception ends here and is recorded.

    What it wrote is undone, unless the part keeps its own transactions: a long one would hold locks.
    """
    try:
        with transaction.atomic() if undo else nullcontext():
            yield
    except Exception as error:
        log.exception("%s of %s failed", place, owner)
        record(error, owner=owner, kind=kind, place=place)


def record(error: BaseException, *, owner: str, kind: Problem.Kind, place: str) -> None:
    """Count a failure. Never raises: a database that cannot be written must not fail the reader, too."""
    summary = summary_of(error)
    key = sha256("\n".join((owner, kind, place, summary)).encode()).hexdigest()
    try:
        with transaction.atomic():
            count(key, owner=owner, kind=kind, place=place[:200], summary=summary[:300])
    except DatabaseError:
        log.exception("A problem of %s could not be recorded", owner)


def count(key: str, *, owner: str, kind: Problem.Kind, place: str, summary: str) -> None:
    now = timezone.now()
    known = Problem.objects.filter(fingerprint=key)
    if known.update(count=models.F("count") + 1, last_at=now):
        return
    new = Problem(fingerprint=key, owner=owner, kind=kind, place=place, summary=summary)
    new.count, new.first_at, new.last_at = 1, now, now
    # Another process may have met it at the same moment.
    Problem.objects.bulk_create([new], ignore_conflicts=True)


def summary_of(error: BaseException) -> str:
    """Return the kind of exception and where it arose; not its message, which may quote what was typed."""
    frames: StackSummary = extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}, line {frames[-1].lineno} of {frames[-1].filename}" if frames else ""
    return f"{type(error).__name__}{place}"


def owner_of(error: BaseException, *, otherwise: str = CORE) -> str:
    """Return the label of the plugin whose code the exception came through last, or the other."""
    packages = {f"{plugin.name}.": plugin.label for plugin in PluginSet.installed().plugins}
    owner = otherwise
    traceback = error.__traceback__
    while traceback is not None:
        module = f"{traceback.tb_frame.f_globals.get('__name__', '')}."
        owner = next((label for name, label in packages.items() if module.startswith(name)), owner)
        traceback = traceback.tb_next
    return owner


def forget_old_problems(now: datetime) -> str:
    """Delete what has not come back for a month."""
    deleted, _rows = Problem.objects.filter(last_at__lt=now - KEPT_FOR).delete()
    return f"{deleted} forgotten"
