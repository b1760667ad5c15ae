"""Checks against a real server that misbehaves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from plugins.networks.linkhealth.checking import Checker, OutOfTime, Pace
from plugins.networks.linkhealth.guarding import Guard
from plugins.networks.tests.misbehaving import misbehaving_server


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with misbehaving_server() as running:
        yield running


def checker_for(server: Any, *, gap: float = 0, seconds: float = 1) -> Checker:
    guard = Guard(also=frozenset({server.server_address}))
    return Checker(guard, Pace(until=time.monotonic() + 60, gap=gap), seconds=seconds)


def address(server: Any, path: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/ok", "alive"),
        ("/lies-about-head", "alive"),
        ("/closed-to-us", "alive"),
        ("/huge", "alive"),
        ("/moved", "moved"),
        ("/news/gone", "missing"),
        ("/broken", "no_answer"),
        ("/pretends", "pretends"),
        ("/deep/page", "pretends"),
        ("/parked", "parked"),
        ("/secret", "not_allowed"),
        ("/loop", "no_answer"),
        ("/hangs", "no_answer"),
        ("/closes", "no_answer"),
        ("/garbage", "no_answer"),
        ("/drips", "no_answer"),
        ("/to-metadata", "refused"),
        ("/to-file", "refused"),
        ("/to-port", "refused"),
    ],
)
def test_every_misbehaviour_is_named_in_bounded_time(server: Any, path: str, outcome: str) -> None:
    start = time.monotonic()

    finding = checker_for(server).check(address(server, path))

    assert finding.outcome == outcome
    assert time.monotonic() - start < 8


def test_a_moved_address_says_where_it_leads(server: Any) -> None:
    assert checker_for(server).check(address(server, "/moved")).reached == address(server, "/ok")


def test_nobody_at_home_is_no_answer(server: Any) -> None:
    guard = Guard(also=frozenset({("127.0.0.1", 1)}))

    finding = Checker(guard, Pace(until=time.monotonic() + 60, gap=0)).check("http://127.0.0.1:1/")

    assert (finding.outcome, finding.detail) == ("no_answer", "NewConnectionError")


def test_an_unknown_name_is_no_answer(server: Any) -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError

    finding = Checker(Guard(nowhere), Pace(until=time.monotonic() + 60)).check("http://nowhere.example/")

    assert finding.outcome == "no_answer"


def test_the_host_is_asked_politely(server: Any) -> None:
    asked = server.RequestHandlerClass.asked
    asked.clear()
    checker = checker_for(server)

    checker.check(address(server, "/secret"))
    checker.check(address(server, "/ok"))

    host = f"127.0.0.1:{server.server_address[1]}"
    assert asked == [("GET", "/robots.txt", host), ("HEAD", "/ok", host), ("GET", "/ok", host)]


def test_requests_to_one_host_keep_their_gap_and_end_with_the_run() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(until=12, gap=5, clock=lambda: now[0], sleep=sleep)
    pace.wait_for("a")
    pace.wait_for("b")
    pace.wait_for("a")
    pace.wait_for("a")

    assert slept == [5, 5]
    with pytest.raises(OutOfTime):
        pace.wait_for("a")
