"""Asks ClamAV, where an operator runs one, by its own protocol (INSTREAM of clamd)."""

from __future__ import annotations

import socket
import struct

from ..conf import consultation_settings
from .faults import Fault

CHUNK, SECONDS, LONGEST_ANSWER = 65_536, 20, 4096


class ScannerUnavailable(Exception):
    """The scanner that files must pass does not answer, or not sensibly."""


def fault_found_by_scanner(content: bytes) -> Fault | None:
    """Return MALWARE if ClamAV finds any; None when it does not, or when none is set up.

    Raises ScannerUnavailable: where a scanner is set up, nothing passes unseen.
    """
    address = consultation_settings().clamav
    if not address:
        return None
    try:
        answer = scanned(content, address)
    except OSError as error:
        raise ScannerUnavailable from error
    if answer.endswith(b"FOUND"):
        return Fault.MALWARE
    if not answer.endswith(b"OK"):
        raise ScannerUnavailable
    return None


def scanned(content: bytes, address: str) -> bytes:
    """Return clamd's answer to a stream: `stream: OK` or `stream: <name> FOUND`."""
    with connected(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            chunk = content[start : start + CHUNK]
            connection.sendall(struct.pack("!L", len(chunk)) + chunk)
        connection.sendall(struct.pack("!L", 0))
        answer = b""
        while (part := connection.recv(LONGEST_ANSWER)) and len(answer) < LONGEST_ANSWER:
            answer += part
    return answer.rstrip(b"\0\n ")


def connected(address: str) -> socket.socket:
    kind, _, where = address.partition(":")
    if kind == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(SECONDS)
        connection.connect(where)
        return connection
    host, _, port = where.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)
