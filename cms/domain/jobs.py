"""Scheduled jobs: which are due, and running each so that no two processes run one at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from cms.domain.problems import isolated
from cms.models import JobRun, Problem
from cms.plugin_host.composition import PluginSet
from cms.plugin_host.parts import Job

LONGEST = timedelta(hours=1)  # a claim of a process that died is void after this


@dataclass(frozen=True)
class OwnedJob:
    """A job with its owner."""

    owner: str
    job: Job

    @property
    def name(self) -> str:
        return f"{self.owner}.{self.job.name}"


def all_jobs() -> tuple[OwnedJob, ...]:
    """Return the jobs of the core and of the enabled plugins."""
    return tuple(OwnedJob(owner, job) for owner, job in PluginSet.installed().collect("jobs"))


def run_due(now: datetime) -> Iterator[JobRun]:
    """Run what is due and yield how each run ended."""
    remember_jobs(now)
    for owned in all_jobs():
        if claim(owned.name, now):
            yield run(owned, now)


def remember_jobs(now: datetime) -> None:
    """A new job is due at once. Jobs of removed plugins are forgotten, of disabled ones kept."""
    JobRun.objects.bulk_create(
        [JobRun(name=owned.name, due_at=now) for owned in all_jobs()], ignore_conflicts=True
    )


def claim(name: str, now: datetime) -> bool:
    """Whether this process is the one to run the job now."""
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lte=now)
    due = JobRun.objects.filter(free, name=name, due_at__lte=now)
    return bool(due.update(claimed_until=now + LONGEST, started_at=now))


def run(owned: OwnedJob, now: datetime) -> JobRun:
    """Return the record of a run. A failing job is recorded as a problem and is due again as ever."""
    record = JobRun.objects.get(name=owned.name)
    record.succeeded, record.note = False, ""
    with isolated(owned.owner, Problem.Kind.JOB, owned.name, undo=False):
        record.note = (owned.job.run(now) or "")[:200]
        record.succeeded = True
    record.due_at, record.claimed_until = now + owned.job.every, None
    record.finished_at = timezone.now()
    record.save()
    return record


def late_jobs(now: datetime) -> list[str]:
    """Return the names of the jobs that should have run and did not, with a margin of two turns."""
    due = dict(JobRun.objects.values_list("name", "due_at"))
    return [
        owned.name
        for owned in all_jobs()
        if owned.name not in due or due[owned.name] < now - 2 * owned.job.every - timedelta(minutes=5)
    ]
