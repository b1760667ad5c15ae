"""Jobs run when they are due, one process at a time, and a failing one harms no other."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from cms.api import Job
from cms.domain.jobs import LONGEST, claim, late_jobs, remember_jobs, run_due
from cms.models import JobRun, Problem
from cms.testing.contributing import contributing

HOUR = timedelta(hours=1)
NOW = timezone.now()


def ran_at(moments: list[datetime], name: str = "count") -> Job:
    return Job(name=name, every=HOUR, run=moments.append)


def fail(now: datetime) -> str:
    raise ConnectionError


def test_a_job_runs_when_it_is_due_and_not_before(db: None) -> None:
    moments: list[datetime] = []
    with contributing("glossary", jobs=(ran_at(moments),)):
        for minutes in (0, 1, 59, 60, 61):
            list(run_due(NOW + timedelta(minutes=minutes)))

    assert moments == [NOW, NOW + HOUR]


def test_a_late_job_runs_once(db: None) -> None:
    moments: list[datetime] = []
    with contributing("glossary", jobs=(ran_at(moments),)):
        list(run_due(NOW))
        list(run_due(NOW + 10 * HOUR))
        list(run_due(NOW + 10 * HOUR))

    assert moments == [NOW, NOW + 10 * HOUR]


def test_a_failing_job_harms_no_other_and_runs_again(db: None) -> None:
    moments: list[datetime] = []
    jobs = (Job(name="fails", every=HOUR, run=fail), ran_at(moments))
    with contributing("glossary", jobs=jobs):
        first = {record.name: record.succeeded for record in run_due(NOW)}
        list(run_due(NOW + HOUR))

    assert (first["glossary.fails"], first["glossary.count"]) == (False, True)
    assert moments == [NOW, NOW + HOUR]
    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.place, problem.count) == (
        "glossary",
        "job",
        "glossary.fails",
        2,
    )


def test_a_claimed_job_belongs_to_one_process_until_that_is_surely_dead(db: None) -> None:
    with contributing("glossary", jobs=(ran_at([]),)):
        remember_jobs(NOW)

        claims = [claim("glossary.count", NOW + wait) for wait in (timedelta(0), timedelta(0), LONGEST)]

    assert claims == [True, False, True]


@pytest.mark.parametrize(("hours", "is_late"), [(2, False), (3, False), (4, True)])
def test_a_job_is_late_after_two_turns(db: None, hours: int, is_late: bool) -> None:
    with contributing("glossary", jobs=(ran_at([]),)):
        list(run_due(NOW))

        late = late_jobs(NOW + hours * HOUR)

    assert ("glossary.count" in late) == is_late


def test_jobs_of_a_disabled_plugin_are_not_run_and_not_missed(db: None) -> None:
    moments: list[datetime] = []
    with contributing("glossary", jobs=(ran_at(moments),)):
        list(run_due(NOW))

    list(run_due(NOW + 10 * HOUR))

    assert (moments, JobRun.objects.filter(name="glossary.count").count()) == ([NOW], 1)
    assert "glossary.count" not in late_jobs(NOW + 100 * HOUR)
