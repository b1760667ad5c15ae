"""One request to a proved address, within bounds of time and size. Follows nothing by itself."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event, Timer
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from plugins.networks.linkhealth.guarding import Target

AGENT = "DilmacLinkCheck/1.0"
LARGEST = 64 * 1024  # bytes of a body that are read
HEADERS = {"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity"}


class NoAnswer(Exception):
    """No whole answer came. The message names the kind of failure."""


@dataclass(frozen=True)
class Answer:
    """What a server said. Names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(target: Target, method: str, *, seconds: float = 10) -> Answer:
    """Return the answer; the whole exchange ends after `seconds`. Raises NoAnswer."""
    connection = _connection(target, seconds)
    is_cut = Event()
    watch = Timer(seconds, _cut, [connection, is_cut])  # time-outs of sockets begin anew with every byte
    watch.start()
    try:
        host = target.origin.split("://", 1)[1]
        connection.request(method, target.path, headers={**HEADERS, "Host": host}, preload_content=False)
        response = connection.getresponse()
        if is_cut.is_set():
            raise NoAnswer("TooSlow")
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, headers, _body(response, until=time.monotonic() + seconds))
    except (OSError, HTTPException, HTTPError, ValueError) as error:
        raise NoAnswer(type(error).__name__) from error
    finally:
        watch.cancel()
        connection.close()


def _connection(target: Target, seconds: float) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(target.ip, target.port, timeout=seconds)
    return HTTPSConnection(
        target.ip,
        target.port,
        timeout=seconds,
        server_hostname=target.host,
        assert_hostname=target.host,
        ssl_context=ssl.create_default_context(),
    )


def _body(response: Any, *, until: float) -> bytes:  # Any: urllib3's response
    body = b""
    while len(body) < LARGEST and time.monotonic() < until:
        part = response.read1(8192, decode_content=False)
        if not part:
            break
        body += part
    return body[:LARGEST]


def _cut(connection: HTTPConnection, is_cut: Event) -> None:
    is_cut.set()
    if connection.sock is not None:
        try:
            connection.sock.shutdown(2)
        except OSError:  # it has ended by itself
            return
