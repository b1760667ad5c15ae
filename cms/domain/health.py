"""How the running system is: the core's and the plugins' health checks, each with a time limit of its own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass

from django.db import connections
from django.utils import timezone

from cms.domain.jobs import late_jobs
from cms.domain.problems import record
from cms.models import Problem
from cms.plugin_host.composition import PluginSet
from cms.plugin_host.parts import HealthCheck

# Checks that hang occupy a thread each until they end; what waits behind them is reported as too slow.
POOL = ThreadPoolExecutor(max_workers=4, thread_name_prefix="health")


@dataclass(frozen=True)
class Finding:
    """What a health check answered: `wrong` is None when all is well."""

    name: str
    owner: str
    wrong: str | None
    remedy: str


def findings() -> tuple[Finding, ...]:
    """Ask every check and return the answers, in the order of the plugins."""
    checks = PluginSet.installed().collect("health_checks")
    asked = [(owner, check, POOL.submit(ask, check)) for owner, check in checks]
    return tuple(found(owner, check, answer) for owner, check, answer in asked)


def ask(check: HealthCheck) -> str | None:
    """Ask in a thread of the pool, whose database connections end with the question."""
    try:
        return check.ask()
    finally:
        connections.close_all()


def found(owner: str, check: HealthCheck, answer: Future[str | None]) -> Finding:
    name = f"{owner}.{check.name}"
    try:
        wrong = answer.result(timeout=check.seconds)
    except TookTooLong as error:
        record(error, owner=owner, kind=Problem.Kind.HEALTH_CHECK, place=name)
        wrong = f"No answer within {check.seconds:g} s."
    except Exception as error:
        record(error, owner=owner, kind=Problem.Kind.HEALTH_CHECK, place=name)
        wrong = f"The check itself failed: {type(error).__name__}."
    return Finding(name, owner, wrong, check.remedy)


def jobs_are_late() -> str | None:
    """Say which scheduled jobs have not run when they should."""
    late = late_jobs(timezone.now())
    return f"Not run when due: {', '.join(late)}." if late else None
