"""Health checks answer for themselves: one that fails or hangs is reported and holds nobody up."""

from threading import Event

from cms.api import HealthCheck
from cms.domain.health import Finding, findings
from cms.models import Problem
from cms.testing.contributing import contributing


def fail() -> str:
    raise ConnectionError("a secret")


ASKED_ENOUGH = Event()


def hang() -> None:
    ASKED_ENOUGH.wait(30)


def check(name: str, ask, seconds: float = 2.0) -> HealthCheck:
    return HealthCheck(name=name, ask=ask, remedy="Restart it.", seconds=seconds)


def asked(*checks: HealthCheck) -> dict[str, Finding]:
    with contributing("glossary", health_checks=checks):
        return {finding.name: finding for finding in findings()}


def test_a_check_says_what_is_wrong_and_what_to_do(transactional_db: None) -> None:
    found = asked(check("good", lambda: None), check("bad", lambda: "Two of three are missing."))

    assert found["glossary.good"].wrong is None
    assert found["glossary.bad"] == Finding(
        "glossary.bad", "glossary", "Two of three are missing.", "Restart it."
    )


def test_a_failing_check_is_reported_without_its_message(transactional_db: None) -> None:
    found = asked(check("fails", fail), check("good", lambda: None))

    assert found["glossary.fails"].wrong == "The check itself failed: ConnectionError."
    assert found["glossary.good"].wrong is None
    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.place) == ("glossary", "health_check", "glossary.fails")


def test_a_hanging_check_holds_nobody_up(transactional_db: None) -> None:
    found = asked(check("hangs", hang, seconds=0.05), check("good", lambda: None, seconds=30))

    ASKED_ENOUGH.set()
    assert found["glossary.hangs"].wrong == "No answer within 0.05 s."
    assert found["glossary.good"].wrong is None
