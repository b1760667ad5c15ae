"""Where mail goes: the address of a post office, read as what Django's settings need."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

SECONDS = 20
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True)
class PostOffice:
    """Who takes our mail. Without a host it is printed."""

    backend: str = "django.core.mail.backends.console.EmailBackend"
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def post_office(address: str) -> PostOffice:
    """Return what `smtp://user:password@host:port` names; "" is the console.

    `smtp+starttls://` and `smtps://` are encrypted; plain `smtp://` is for a relay on the same machine.
    """
    if not address:
        return PostOffice()
    parts = urlsplit(address)
    return PostOffice(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname or "localhost",
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp+starttls",
        is_tls=parts.scheme == "smtps",
    )
