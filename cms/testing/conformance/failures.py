"""A failure planted in each kind of slot harms nobody else, and is told with the plugin's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from types import FunctionType
from typing import Any

from django.test import RequestFactory
from django.utils import timezone

from cms.admin.contributed import IsolatedPanel
from cms.domain import health, jobs
from cms.domain.dispatch import deliver
from cms.entry.failures import FailureMiddleware
from cms.events.content import PagePublished
from cms.graphql.schema import compose_schema
from cms.models import JobRun, OutboxEntry, Problem
from cms.plugin_host.parts import HealthCheck, HomePanel, Job, Subscriber
from cms.testing.conformance.findings import Finding
from cms.testing.conformance.mutations import plain_document
from cms.testing.conformance.scratch import quiet
from cms.testing.conformance.subject import Subject, answered

NAME = "conformance_planted"
REMEDY = "Catch no failures of others and give the plugin's package a name that no other package begins with."


class Planted(Exception):
    """The failure that the checks plant."""


def unnamed_failures(subject: Subject) -> Iterator[Finding]:
    """Yield kinds of slot in which a failure of the plugin would be told under another's name, or not."""
    with quiet():
        for place, told in PLACES.items():
            owner = told(subject)
            if owner != subject.label:
                problem = f"a failure planted there is told under the name {owner or 'of nobody'}."
                yield subject.finding(place, problem, REMEDY)
        yield from unnamed_root_fields(subject)


def unnamed_root_fields(subject: Subject) -> Iterator[Finding]:
    schema = compose_schema(subject.plugins)  # one of its own: its resolvers are exchanged
    query = schema.graphql.query_type
    for name, field in (query.fields if query else {}).items():
        if schema.owners.get(name) != subject.label:
            continue
        field.resolve = planted(subject)
        source, variables = plain_document(name, field)
        body = answered(schema, source.replace("mutation", "query", 1), variables)
        named = [error["extensions"].get("plugin") for error in body["errors"]]
        if named != [subject.label]:
            yield subject.finding(
                f"Query.{name}", f"a failure there is told under the names {named}.", REMEDY
            )


def planted(subject: Subject) -> Callable[..., Any]:
    """Return a function that fails, written in a module of the plugin for all that anybody can see."""
    module = {"__name__": f"{subject.plugin.name}.{NAME}", "Planted": Planted, "__builtins__": __builtins__}
    return FunctionType(fail.__code__, module)


def fail(*arguments: object, **named: object) -> None:
    raise Planted


def in_subscriber(subject: Subject) -> str:
    event = {"event_id": "0" * 32, "occurred_at": timezone.now().isoformat()}
    payload = {**event, "page_id": 1, "locale": "en", "translation_key": "0" * 32, "page_type": "cms.page"}
    entry = OutboxEntry.objects.create(
        event=PagePublished.name,
        payload=payload,
        subscriber=f"{subject.label}.{NAME}",
        due_at=timezone.now(),
    )
    deliver(entry, subject.label, Subscriber(name=NAME, event=PagePublished, handle=planted(subject)))
    return recorded(Problem.Kind.SUBSCRIBER)


def in_job(subject: Subject) -> str:
    owned = jobs.OwnedJob(subject.label, Job(name=NAME, every=timedelta(days=1), run=planted(subject)))
    JobRun.objects.create(name=owned.name, due_at=timezone.now())
    jobs.run(owned, timezone.now())
    return recorded(Problem.Kind.JOB)


def in_health_check(subject: Subject) -> str:
    check = HealthCheck(name=NAME, ask=planted(subject), remedy="None: it is planted.")
    health.found(subject.label, check, health.POOL.submit(health.ask, check))
    return recorded(Problem.Kind.HEALTH_CHECK)


def in_home_panel(subject: Subject) -> str:
    panel = HomePanel(name=NAME, render=planted(subject))
    IsolatedPanel(subject.label, panel, None).render_html()
    return recorded(Problem.Kind.ADMIN)


def at_address(subject: Subject) -> str:
    request = RequestFactory().get(f"/plugins/{subject.label}/{NAME}/")
    try:
        planted(subject)()
    except Planted as error:
        FailureMiddleware(lambda _: None).process_exception(request, error)  # type: ignore[arg-type,return-value]  # not called
    return recorded(Problem.Kind.ADDRESS)


def recorded(kind: Problem.Kind) -> str:
    """Return under whose name the planted failure of this kind was written down; empty when it was not."""
    found = Problem.objects.filter(kind=kind, summary__startswith=Planted.__name__).order_by("-last_at")
    return found.values_list("owner", flat=True).first() or ""


PLACES: dict[str, Callable[[Subject], str]] = {
    "a subscriber": in_subscriber,
    "a job": in_job,
    "a health check": in_health_check,
    "a panel of the first page": in_home_panel,
    "an address": at_address,
}
