"""Which addresses may be asked at all: only public ones, at the usual ports, resolved once."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
NAT64 = IPv6Network("64:ff9b::/96")

IP = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Iterable[str]]


class RefusedAddress(Exception):
    """An address that is never asked. The message names the reason for staff."""


@dataclass(frozen=True)
class Target:
    """An address with the one IP that was proved and is connected to: its name is not looked up again."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str

    @property
    def origin(self) -> str:
        default = PORTS[self.scheme] == self.port
        return f"{self.scheme}://{self.host}" + ("" if default else f":{self.port}")


def resolved(host: str, port: int) -> Iterable[str]:
    """Return every IP of a name. Raises OSError when there is none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True)
class Guard:
    """Proves addresses. `also` names IPs with their ports that tests may reach; nothing else sets it."""

    resolve: Resolve = resolved
    also: frozenset[tuple[str, int]] = frozenset()

    def target(self, url: str) -> Target:
        """Return where to connect. Raises RefusedAddress, or OSError when the name is not known."""
        parts = urlsplit(url)
        try:
            port = parts.port or PORTS.get(parts.scheme, 0)
        except ValueError:
            raise RefusedAddress("no valid port") from None
        if parts.scheme not in PORTS or not parts.hostname:
            raise RefusedAddress("not http or https")
        if parts.username is not None or parts.password is not None:
            raise RefusedAddress("holds a user name")
        host = _ascii(parts.hostname)
        ips = list(self.resolve(host, port))
        if not ips or not all(self._allows(ip, port) for ip in ips):
            raise RefusedAddress("no public address at a usual port")
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Target(parts.scheme, host, port, ips[0], path)

    def _allows(self, ip: str, port: int) -> bool:
        if (ip, port) in self.also:
            return True
        return port in PORTS.values() and is_public(ip)


def is_public(text: str) -> bool:
    """Whether an IP is of the public internet, also where it carries another one inside itself."""
    ip: IP = ip_address(text.split("%", 1)[0])
    inner = embedded(ip)
    if inner is not None:
        return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def embedded(ip: IP) -> IPv4Address | None:
    """Return the IPv4 address that a mapped, 6to4, Teredo or NAT64 address leads to."""
    if not isinstance(ip, IPv6Address):
        return None
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise RefusedAddress("no valid name of a host") from None
