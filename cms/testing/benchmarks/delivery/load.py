"""Puts load on an HTTP server over a number of connections, each with one request under way at a time."""

from __future__ import annotations

import json
import selectors
import socket
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from statistics import median, quantiles
from time import perf_counter
from typing import Any

CONNECTIONS = 16


@dataclass(frozen=True)
class Address:
    """Where GraphQL is answered."""

    port: int
    path: str = "/graphql"
    host: str = "127.0.0.1"


@dataclass
class Outcome:
    """What came of a load: seconds that it took, and those of each request."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    @property
    def median(self) -> float:
        """Milliseconds."""
        return median(self.latencies) * 1000

    @property
    def p99(self) -> float:
        """Milliseconds."""
        return quantiles(self.latencies, n=100)[98] * 1000


class Connection:
    """One kept connection; opened anew when the server does not keep it."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.socket: socket.socket | None = None

    def send(self, request: bytes) -> socket.socket:
        if self.socket is None:
            self.socket = socket.create_connection((self.address.host, self.address.port))
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = b""
        self.begun = perf_counter()
        self.socket.sendall(request)
        return self.socket

    def receive(self) -> bytes | None:
        """Return the body of the answer; None while more of it is to come. Raises ValueError but for 200."""
        assert self.socket
        part = self.socket.recv(1 << 18)
        self.received += part
        head, separator, body = self.received.partition(b"\r\n\r\n")
        if not part and not separator:
            raise ConnectionError("The server closed the connection without an answer.")
        if not separator:
            return None
        if b" 200 " not in head[:16]:
            raise ValueError(self.received[:500].decode(errors="replace"))
        headers = head.lower()
        length = int(headers.partition(b"content-length:")[2].partition(b"\r\n")[0])
        if len(body) < length:
            return None
        if b"connection: close" in headers:
            self.close()
        return body

    def close(self) -> None:
        if self.socket:
            self.socket.close()
        self.socket = None


def ask(address: Address, query: str, variables: dict[str, Any]) -> Any:  # Any: JSON
    """Return `data` of the answer. Raises ValueError for one with errors."""
    connection = Connection(address)
    connection.send(request_for(address, query, variables))
    while (body := connection.receive()) is None:
        pass
    connection.close()
    answer = json.loads(body)
    if "errors" in answer:
        raise ValueError(answer["errors"][:1])
    return answer["data"]


def put_load(address: Address, requests: Iterable[bytes], *, seconds: float) -> Outcome:
    """Send the requests in turn, over and over, for so many seconds."""
    following, outcome, waiting = cycle(requests), Outcome(), selectors.DefaultSelector()
    begun = perf_counter()
    open_ones = [Connection(address) for _ in range(CONNECTIONS)]
    for connection in open_ones:
        waiting.register(connection.send(next(following)), selectors.EVENT_READ, connection)
    while (now := perf_counter()) - begun < seconds:
        for connection in answered(waiting):
            outcome.latencies.append(perf_counter() - connection.begun)
            waiting.register(connection.send(next(following)), selectors.EVENT_READ, connection)
    outcome.seconds = now - begun
    for connection in open_ones:
        connection.close()
    return outcome


def answered(waiting: selectors.BaseSelector) -> Iterator[Connection]:
    """Yield connections whose answer is complete; they are waited for no more."""
    for key, _ in waiting.select(timeout=5):
        connection: Connection = key.data
        if connection.receive() is not None:
            waiting.unregister(key.fileobj)
            yield connection


def request_for(address: Address, query: str, variables: dict[str, Any]) -> bytes:  # Any: JSON
    body = json.dumps({"query": query, "variables": variables}).encode()
    head = (
        f"POST {address.path} HTTP/1.1\r\nHost: localhost:{address.port}\r\n"
        f"Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
