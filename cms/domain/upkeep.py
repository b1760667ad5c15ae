"""What the host contributes to its own running: events, jobs and health checks."""

from __future__ import annotations

from datetime import timedelta

from cms.domain.dispatch import deliver_late
from cms.domain.health import jobs_are_late
from cms.domain.problems import forget_old_problems
from cms.events.content import CONTENT_EVENTS
from cms.plugin_host.contribution import Contribution
from cms.plugin_host.parts import HealthCheck, Job


def core_upkeep() -> Contribution:
    """Return what keeps the host running."""
    return Contribution(
        events=CONTENT_EVENTS,
        jobs=(
            Job(name="deliver_late", every=timedelta(minutes=1), run=deliver_late),
            Job(name="forget_problems", every=timedelta(days=1), run=forget_old_problems),
        ),
        health_checks=(
            HealthCheck(
                name="jobs",
                ask=jobs_are_late,
                remedy="Let a scheduler run manage.py run_jobs every minute, or keep it running: --forever.",
            ),
        ),
    )
