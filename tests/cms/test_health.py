"""What an operator's monitor is told."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_health_is_good_with_every_migration_and_jobs_that_run(
    transactional_db: None, client: Client
) -> None:
    call_command("run_jobs", stdout=StringIO())

    answer = client.get("/health")

    assert (answer.status_code, answer.json()["status"], answer.json()["problems"]) == (200, "ok", [])


def test_health_is_degraded_when_no_job_runs(transactional_db: None, client: Client) -> None:
    answer = client.get("/health")

    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert "manage.py run_jobs" in answer.json()["problems"][0]


def test_health_fails_while_a_migration_is_missing(db: None, client: Client) -> None:
    recorder = MigrationRecorder(connection)
    latest = recorder.migration_qs.filter(app="wagtail_localize").latest("name")
    recorder.record_unapplied("wagtail_localize", latest.name)

    answer = client.get("/health")

    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "failing", "problems": ["Migrations not applied: 1; run manage.py migrate."]},
    )
