"""The scheduled check: chooses what is due, checks it within bounded time, and records what was found."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.db.models import Q

from plugins.networks.conf import chosen_settings
from plugins.networks.linkhealth.checking import Checker, Finding, OutOfTime, Pace
from plugins.networks.linkhealth.guarding import Guard
from plugins.networks.linkhealth.judging import Outcome
from plugins.networks.models import LinkState, OrganisationLink
from plugins.networks.models.links import SHOWN_FOR
from plugins.networks.vocabulary import LinkKind, LinkStatus

SECONDS = 120.0  # of one run
MOST = 100
FAILED_DAYS = 3
HOSTS_THAT_TELL = 3
NEVER = datetime.min.replace(tzinfo=UTC)
AGAIN = {
    LinkStatus.UNKNOWN: timedelta(days=7),
    LinkStatus.ALIVE: timedelta(days=7),
    LinkStatus.REDIRECTED: timedelta(days=7),
    LinkStatus.FAILING: timedelta(hours=20),
    LinkStatus.DEAD: timedelta(days=30),
}


def check_links(now: datetime) -> str:
    """Check what is due, if the operator wants that.

    The network is asked first and the database written last: held only briefly.
    """
    if not chosen_settings().may_check_links:
        return "switched off by the setting check_links"
    return run(now, Checker(Guard(), Pace(until=time.monotonic() + SECONDS)))


def run(now: datetime, checker: Checker) -> str:
    """Check with this checker, and return how many addresses were checked."""
    findings: list[Finding] = []
    for url in due(now):
        try:
            findings.append(checker.check(url))
        except OutOfTime:
            break
    if is_offline(findings, now):
        return "no host could be reached: that says something about this machine, not about them"
    record(findings, now)
    return f"{len(findings)} checked"


def is_offline(findings: Sequence[Finding], now: datetime) -> bool:
    """Whether it is rather this machine that has no network: nobody answered, and nobody did of late."""
    hosts = {urlsplit(finding.url).hostname for finding in findings}
    if len(hosts) < HOSTS_THAT_TELL or any(one.outcome != Outcome.NO_ANSWER for one in findings):
        return False
    return not LinkState.objects.filter(last_alive_at__gt=now - SHOWN_FOR).exists()


def due(now: datetime) -> list[str]:
    """Return addresses to check, those first that were never checked, then by how long ago it was."""
    links = OrganisationLink.objects.filter(organisation__live=True).exclude(kind=LinkKind.ARCHIVE)
    urls = set(links.values_list("url", flat=True))
    waits = Q(pk__in=())
    for status, wait in AGAIN.items():
        waits |= Q(status=status, checked_at__gt=now - wait)
    rests = set(LinkState.objects.filter(waits).values_list("url", flat=True))
    checked = dict(LinkState.objects.filter(checked_at__isnull=False).values_list("url", "checked_at"))
    return sorted(urls - rests, key=lambda url: (checked.get(url, NEVER), url))[:MOST]


def record(findings: Iterable[Finding], now: datetime) -> None:
    """Write what was found, and forget addresses that no record has any more."""
    for finding in findings:
        state, _new = LinkState.objects.get_or_create(url=finding.url)
        judge(state, finding, now)
        state.save()
    LinkState.objects.exclude(url__in=OrganisationLink.objects.values("url")).delete()


def judge(state: LinkState, finding: Finding, now: datetime) -> None:
    """Change the state by one finding. An address is dead when it failed on three days without an answer."""
    state.checked_at, state.outcome, state.detail = now, finding.outcome, finding.detail[:60]
    if finding.outcome == Outcome.NOT_ALLOWED:
        state.status = LinkStatus.UNKNOWN
        return
    if finding.outcome.is_failure:
        if state.last_failed_on != now.date():
            state.failed_days, state.last_failed_on = state.failed_days + 1, now.date()
        state.status = LinkStatus.DEAD if state.failed_days >= FAILED_DAYS else LinkStatus.FAILING
        return
    state.failed_days, state.last_failed_on, state.last_alive_at = 0, None, now
    is_moved = finding.outcome == Outcome.MOVED
    state.status = LinkStatus.REDIRECTED if is_moved else LinkStatus.ALIVE
    state.redirects_to = finding.reached[:500] if is_moved else ""
