"""A real server on this machine that answers in every wrong way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGES = {
    "/ok": (200, "<title>A network</title>"),
    "/news/gone": (404, "<title>Oops</title>"),
    "/broken": (500, ""),
    "/closed-to-us": (403, ""),
    "/pretends": (200, "<title>Sayfa bulunamadı</title>"),
    "/parked": (200, "<h1>This domain is for sale!</h1>"),
    "/": (200, "<title>Home</title>"),
    "/secret": (200, "<title>Secret</title>"),
    "/robots.txt": (200, "User-agent: *\nDisallow: /secret\n"),
}
REDIRECTIONS = {
    "/moved": "/ok",
    "/loop": "/loop",
    "/deep/page": "/",
    "/to-metadata": "http://169.254.169.254/latest/meta-data/",
    "/to-file": "file:///etc/passwd",
    "/to-port": "http://127.0.0.1:22/",
}


class Misbehaving(BaseHTTPRequestHandler):
    """Answers by path, and remembers what it was asked."""

    asked: list[tuple[str, str, str]]

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        self.asked.append((method, self.path, self.headers["Host"]))
        if self.path in REDIRECTIONS:
            self._say(301, "", location=REDIRECTIONS[self.path])
        elif self.path == "/lies-about-head" and method == "HEAD":
            self._say(405, "")
        elif self.path == "/lies-about-head":
            self._say(200, "<title>Fine</title>")
        elif self.path in PAGES:
            self._say(*PAGES[self.path])
        else:
            getattr(self, "answer_" + self.path.strip("/"))()

    def _say(self, status: int, body: str, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body.encode())

    def answer_hangs(self) -> None:
        time.sleep(3)

    def answer_closes(self) -> None:
        self.connection.close()

    def answer_garbage(self) -> None:
        self.wfile.write(b"\x00\xff\x00 this is no HTTP\r\n\r\n")

    def answer_drips(self) -> None:
        """One byte of a header now and then: no single wait is long enough for a time-out."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _turn in range(60):
            self.wfile.write(b"X")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _part in range(2000):
            self.wfile.write(b"x" * 65536)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name of the library
        """Say nothing."""


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are meant here."""


@contextmanager
def misbehaving_server() -> Iterator[Quiet]:
    handler = type("Handler", (Misbehaving,), {"asked": []})
    server = Quiet(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
