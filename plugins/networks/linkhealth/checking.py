"""Checks one address: robots.txt first, then HEAD, then GET, along redirections, each host at its pace."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from plugins.networks.linkhealth.fetching import AGENT, Answer, NoAnswer, ask
from plugins.networks.linkhealth.guarding import Guard, RefusedAddress, Target
from plugins.networks.linkhealth.judging import Outcome, judged

GAP = 5.0  # seconds between two requests to one host
MOST_STEPS = 5


@dataclass(frozen=True)
class Finding:
    """What checking an address has found. `reached` is empty where nothing was reached."""

    url: str
    outcome: Outcome
    reached: str = ""
    detail: str = ""


class OutOfTime(Exception):
    """The run has no time left for another request."""


@dataclass
class Pace:
    """Keeps the gap between requests to a host, and the end of the whole run."""

    until: float
    gap: float = GAP
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _next: dict[str, float] = field(default_factory=dict)

    def wait_for(self, host: str) -> None:
        """Wait until the host may be asked. Raises OutOfTime when that is behind the end of the run."""
        now = self.clock()
        turn = max(now, self._next.get(host, now))
        if turn >= self.until:
            raise OutOfTime
        self._next[host] = turn + self.gap
        if turn > now:
            self.sleep(turn - now)


@dataclass
class Checker:
    """Checks addresses one after another, remembering every host's robots.txt for one run."""

    guard: Guard
    pace: Pace
    seconds: float = 10
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def check(self, url: str) -> Finding:
        """Return what is found. Raises OutOfTime."""
        try:
            return self._followed(url)
        except RefusedAddress as refusal:
            return Finding(url, Outcome.REFUSED, detail=str(refusal))
        except NoAnswer as failure:
            return Finding(url, Outcome.NO_ANSWER, detail=str(failure))
        except (OSError, UnicodeError) as failure:  # the name is not known
            return Finding(url, Outcome.NO_ANSWER, detail=type(failure).__name__)

    def _followed(self, url: str) -> Finding:
        here = url
        for _step in range(MOST_STEPS):
            target = self.guard.target(here)
            if not self._may_ask(target):
                return Finding(url, Outcome.NOT_ALLOWED, detail="robots.txt")
            answer = self._answer(target)
            if answer.status not in {301, 302, 303, 307, 308} or "location" not in answer.headers:
                outcome = judged(answer.status, answer.body, asked=url, reached=here)
                return Finding(url, outcome, here, str(answer.status))
            here = urljoin(here, answer.headers["location"])
        return Finding(url, Outcome.NO_ANSWER, detail="too many redirections")

    def _answer(self, target: Target) -> Answer:
        """Return the answer to HEAD if it leads on, else that to GET: only it has a body to judge."""
        try:
            head = self._asked(target, "HEAD")
        except NoAnswer:
            return self._asked(target, "GET")
        return head if 300 <= head.status < 400 else self._asked(target, "GET")

    def _asked(self, target: Target, method: str) -> Answer:
        self.pace.wait_for(target.host)
        return ask(target, method, seconds=self.seconds)

    def _may_ask(self, target: Target) -> bool:
        if target.origin not in self._robots:
            self._robots[target.origin] = self._rules(target)
        return self._robots[target.origin].can_fetch(AGENT, target.path)

    def _rules(self, target: Target) -> RobotFileParser:
        """Return the rules; without a robots.txt that answers, everything is allowed."""
        rules = RobotFileParser()
        robots = Target(target.scheme, target.host, target.port, target.ip, "/robots.txt")
        try:
            answer = self._asked(robots, "GET")
        except NoAnswer:
            answer = Answer(404, {}, b"")
        text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        rules.parse(text.splitlines())
        return rules
