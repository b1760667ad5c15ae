"""What identifiers of organisations look like, with their check digits. Pure; touches no model."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.networks.vocabulary import IdentifierScheme

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford’s base 32: no i, l, o and u, which are taken for something else."""


@dataclass(frozen=True)
class Scheme:
    """How an identifier is written, how its check digits are proved and where it leads."""

    pattern: str
    proved: Callable[[str], bool] = lambda _value: True
    address: str = ""


def tidied(scheme: str, value: str) -> str:
    """Return the bare identifier: without the address, the spaces and the case that people copy along."""
    bare = value.strip().rsplit("/", 1)[-1]
    if scheme == IdentifierScheme.ISNI:
        return re.sub(r"[\s-]", "", bare).upper()
    if scheme in {IdentifierScheme.WIKIDATA, IdentifierScheme.LEI, IdentifierScheme.UIA}:
        return bare.replace(" ", "").upper()
    if scheme in {IdentifierScheme.ROR, IdentifierScheme.GRID}:
        return bare.lower()
    return value.strip()


def is_valid(scheme: str, value: str) -> bool:
    """Whether a tidied identifier is well formed and its check digits hold."""
    rules = SCHEMES[IdentifierScheme(scheme)]
    return bool(re.fullmatch(rules.pattern, value, re.ASCII)) and rules.proved(value)


def address_of(scheme: str, value: str) -> str:
    """Return where the identifier leads; empty where its register has no such addresses."""
    address = SCHEMES[IdentifierScheme(scheme)].address
    return address + value if address else ""


def ror_holds(value: str) -> bool:
    """ROR: two digits after ISO 7064 mod 97-10 of the number in Crockford’s base 32."""
    number = 0
    for letter in value[1:7]:
        number = number * 32 + CROCKFORD.index(letter)
    return 98 - (number * 100) % 97 == int(value[7:])


def isni_holds(value: str) -> bool:
    """ISNI: a last character after ISO 7064 mod 11-2; X is ten."""
    total = 0
    for digit in value[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return value[-1] == ("X" if check == 10 else str(check))


def lei_holds(value: str) -> bool:
    """LEI, ISO 17442: the whole is 1 modulo 97, letters read as 10 to 35."""
    return int("".join(str(int(letter, 36)) for letter in value)) % 97 == 1


SCHEMES = {
    IdentifierScheme.ROR: Scheme(rf"0[{CROCKFORD}]{{6}}[0-9]{{2}}", ror_holds, "https://ror.org/"),
    IdentifierScheme.ISNI: Scheme(r"[0-9]{15}[0-9X]", isni_holds, "https://isni.org/isni/"),
    IdentifierScheme.WIKIDATA: Scheme(r"Q[1-9][0-9]{0,11}", address="https://www.wikidata.org/wiki/"),
    IdentifierScheme.LEI: Scheme(r"[0-9A-Z]{18}[0-9]{2}", lei_holds, "https://search.gleif.org/#/record/"),
    IdentifierScheme.UIA: Scheme(r"[A-Z]{1,2}[0-9]{4}"),
    IdentifierScheme.GRID: Scheme(r"grid\.[0-9]{1,6}\.[0-9a-f]{1,2}"),
    IdentifierScheme.DETSIS: Scheme(r"[0-9]{8}"),
    IdentifierScheme.LOCAL: Scheme(r"\S{1,64}"),
}
