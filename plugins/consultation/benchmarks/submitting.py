"""Many submit at once, across the closing instant, while the server is killed again and again.

    DATABASE_URL=… VAR_DIR=… PROXIES=1 python -m plugins.consultation.benchmarks.submitting \
        --submissions 2000 --clients 32 --kills 10 --port 8120

The database must be empty. Everybody comes from a network of their own, as a proxy would tell. Every client
sends each submission until it has an answer, with the same idempotency key. In the end it looks at the
tables: what was acknowledged is stored exactly once with a receipt that verifies, nothing is stored that was
received after the instant, and the log is whole. Exit code 0 if so; prints figures.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Empty, Queue
from typing import Any

import urllib3

SETTINGS = "config.settings.test"
HEADERS = {"Content-Type": "application/json"}
MUTATION = """mutation ($input: ConsultationOpinionSubmitInput!) {
  consultationOpinionSubmit(input: $input) {
    isRepeated receipt { reference text } errors { code }
  }
}"""


@dataclass
class Tally:
    """What the clients were told. Keys are idempotency keys."""

    acknowledged: dict[str, dict[str, str]] = field(default_factory=dict)
    refused: dict[str, list[str]] = field(default_factory=dict)
    repeats: int = 0
    retries: int = 0
    seconds: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def answered(self) -> int:
        return len(self.acknowledged) + len(self.refused)


class Server:
    """The product under granian, in a process group of its own that can be killed at once."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = ["granian", "--interface", "wsgi", "--no-ws", "--workers", "2", "--port", str(self.port)]
        self.process = subprocess.Popen(  # noqa: S603 -- our own server
            [sys.executable, "-m", *command, "--log-level", "error", "config.wsgi:application"],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until_healthy(self.port)

    def kill(self) -> None:
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def wait_until_healthy(port: int) -> None:
    for _turn in range(600):
        try:
            answer = urllib3.request("GET", f"http://127.0.0.1:{port}/health", timeout=2, retries=False)
            if answer.status == 200:
                return
        except urllib3.exceptions.HTTPError:
            pass
        time.sleep(0.1)
    raise TimeoutError("The server did not come up.")


@contextmanager
def running(port: int) -> Iterator[Server]:
    server = Server(port)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def client(work: Queue[int], tally: Tally, port: int) -> None:
    """Send submissions until there are none left, each until it is answered."""
    pool = urllib3.HTTPConnectionPool("127.0.0.1", port, timeout=30, retries=False)
    while True:
        try:
            number = work.get_nowait()
        except Empty:
            return
        submit_until_answered(pool, number, tally)


def submit_until_answered(pool: urllib3.HTTPConnectionPool, number: int, tally: Tally) -> None:
    key = f"submission-{number:08}"
    began = time.monotonic()
    while True:
        payload = sent(pool, number, key)
        if payload is not None:
            break
        with tally.lock:
            tally.retries += 1
        time.sleep(0.2)
    with tally.lock:
        tally.seconds.append(time.monotonic() - began)
        tally.repeats += payload["isRepeated"]
        if payload["errors"]:
            tally.refused[key] = [error["code"] for error in payload["errors"]]
        else:
            tally.acknowledged[key] = payload["receipt"]


def sent(pool: urllib3.HTTPConnectionPool, number: int, key: str) -> Any:  # Any: JSON
    """Return the payload; None where there was no answer that says what became of it."""
    content = {
        "consultation": "storm",
        "language": "TR",
        "idempotencyKey": key,
        "publicationChoice": "ANONYMOUS",
        "opinions": [{"provisionKey": f"madde-{number % 20}", "text": f"Görüş {number}: süre uzatılsın."}],
    }
    body = json.dumps({"query": MUTATION, "variables": {"input": content}})
    try:
        answer = pool.request(
            "POST", "/graphql", body=body, headers={**HEADERS, "X-Forwarded-For": network(number)}
        )
        return json.loads(answer.data)["data"]["consultationOpinionSubmit"]
    except (urllib3.exceptions.HTTPError, ValueError, KeyError, TypeError):
        return None


def network(number: int) -> str:
    """Return an address in a network of its own: the limits for one network are not what is tried here."""
    return f"10.{number // 250}.{number % 250}.7"


def storm(*, submissions: int, clients: int, kills: int, port: int) -> tuple[Tally, float]:
    """Have it all happen. Kills are spread evenly over the work, the closing instant lies in its middle."""
    work: Queue[int] = Queue()
    for number in range(submissions):
        work.put(number)
    tally, began = Tally(), time.monotonic()
    threads = [threading.Thread(target=client, args=(work, tally, port)) for _turn in range(clients)]
    with running(port) as server:
        for thread in threads:
            thread.start()
        events = sorted([(submissions * (turn + 1) // (kills + 1), "kill") for turn in range(kills)])
        events = sorted([*events, (submissions // 2, "close")])
        for after, what in events:
            while tally.answered < after:
                time.sleep(0.005)
            if what == "close":
                close_soon()
            else:
                server.kill()
                server.start()
        for thread in threads:
            thread.join()
    return tally, time.monotonic() - began


def prepare() -> None:
    """Make a site with one open consultation that refuses what is late."""
    from django.core.management import call_command  # noqa: PLC0415 -- Django is set up by now

    from cms.testing.factories import make_page, make_site  # noqa: PLC0415 -- Django is set up by now

    from ..models import Consultation, ConsultationPage, Round  # noqa: PLC0415 -- Django is set up by now

    call_command("migrate", verbosity=0)
    consultation = Consultation(key="storm", late_policy="reject", grace_minutes=0)
    consultation.rounds = [Round(number=1, opens_on="2020-01-01", closes_on="2190-01-01")]
    for each in consultation.rounds.all():
        each.full_clean(exclude=["consultation", "opens_at", "closes_at"])
    consultation.save()
    make_page(make_site().turkish, ConsultationPage, title="Fırtına", slug="storm", consultation=consultation)


def close_soon() -> None:
    """Let the round close in half a second."""
    from datetime import timedelta  # noqa: PLC0415

    from django.utils import timezone  # noqa: PLC0415

    from ..models import Round  # noqa: PLC0415 -- Django is set up by now

    Round.objects.update(closes_at=timezone.now() + timedelta(milliseconds=500))


def verdicts(tally: Tally) -> dict[str, bool]:
    """Return what has to be true, and whether it is."""
    from ..models import Round, Submission, SubmissionRevision  # noqa: PLC0415 -- Django is set up by now
    from ..monitor import findings  # noqa: PLC0415 -- Django is set up by now
    from ..submissions.ledger import current_signer  # noqa: PLC0415 -- Django is set up by now
    from ..transparency.receipt_text import receipt_from_text  # noqa: PLC0415
    from ..transparency.receipts import defects  # noqa: PLC0415

    public_key = current_signer().public_key
    receipts = [receipt_from_text(each["text"]) for each in tally.acknowledged.values()]
    hashes = dict(SubmissionRevision.objects.values_list("submission__reference", "content_hash"))
    texts = Counter(Submission.objects.values_list("opinions__opinion_text", flat=True))
    references = {receipt.reference for receipt in receipts}
    closes_at = Round.objects.get().closes_at
    return {
        "every acknowledged one is stored": all(receipt.reference in hashes for receipt in receipts),
        "each exactly once": set(texts.values()) <= {1} and len(references) == len(receipts),
        "nothing is stored that nobody was told of": set(hashes) == references,
        "every receipt verifies": not any(defects(receipt, public_key=public_key) for receipt in receipts),
        "with the hash that is stored": all(
            hashes.get(receipt.reference) == receipt.content_hash.hex() for receipt in receipts
        ),
        "none was received after the instant": not Submission.objects.filter(
            received_at__gte=closes_at
        ).exists(),
        "the refused were refused because it was closed": set(map(tuple, tally.refused.values()))
        <= {("CLOSED_AT",)},
        "some came in time and some too late": bool(tally.acknowledged and tally.refused),
        "the record is whole": not list(findings()),
    }


def main(arguments: Sequence[str]) -> int:
    """Run it all; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("submissions", 2000), ("clients", 32), ("kills", 10), ("port", 8120)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django  # noqa: PLC0415 -- after the settings are chosen

    django.setup()
    from django.db import connection  # noqa: PLC0415 -- Django is set up by now

    prepare()
    tally, seconds = storm(**vars(chosen))
    found = verdicts(tally)
    slowest = sorted(tally.seconds)
    figures = {
        "database": connection.vendor,
        **vars(chosen),
        "acknowledged": len(tally.acknowledged),
        "refused": len(tally.refused),
        "sent again": tally.retries,
        "answered again": tally.repeats,
        "seconds": round(seconds, 1),
        "median seconds": round(slowest[len(slowest) // 2], 2),
        "slowest seconds": round(slowest[-1], 2),
    }
    print(json.dumps({**figures, **found}, ensure_ascii=False, indent=1))
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
