"""The network that a request comes from: what a limit of rate counts instead of people."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address, ip_network

from django.http import HttpRequest

WHOLE, SITE = 32, 64  # bits: an IPv4 address is one subscriber; of IPv6, each gets a network of 64


def network_of(request: HttpRequest, *, proxies: int) -> str:
    """Return the client's network: its IPv4 address, or the first 64 bits of its IPv6 address.

    Of `X-Forwarded-For` only what so many proxies of our own have added is believed: a client sends the rest.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if proxies and len(forwarded) >= proxies:
        address = forwarded[-proxies].strip()
    return network_at(address)


@lru_cache(maxsize=4_096)
def network_at(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return str(ip_network((mapped, WHOLE if mapped.version == 4 else SITE), strict=False))
