"""Countries and regions as a tree: ISO 3166-1 and UN M49, with sets of our own. Pure; reads data/places.csv.

A country stands under its region of M49, and besides under whatever else readers look for it in:
Türkiye under Western Asia and under Europe. The first of its parents is that of M49.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.networks.vocabulary import PlaceScheme, Scope

WORLD = "001"
FILE = Path(__file__).parent / "data" / "places.csv"


@dataclass(frozen=True)
class Place:
    """A country (`alpha2` is not empty) or a region."""

    code: str
    alpha2: str
    parents: tuple[str, ...]
    tr: str
    en: str

    def name(self, language: str) -> str:
        """Return its name in Turkish, for every other language in English."""
        return self.tr if language == "tr" else self.en


@cache
def places() -> dict[str, Place]:
    """Return every country and region by its code."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [{**row, "parents": tuple(row["parents"].split())} for row in csv.DictReader(file)]
    return {str(row["code"]): Place(**row) for row in rows}  # type: ignore[arg-type]  # -- as in the file


@cache
def countries_by_alpha2() -> dict[str, str]:
    return {place.alpha2: code for code, place in places().items() if place.alpha2}


def is_country(code: str) -> bool:
    return code in places() and bool(places()[code].alpha2)


def is_region(code: str) -> bool:
    return code in places() and not places()[code].alpha2


def is_subdivision(code: str) -> bool:
    """Whether it is written like a code of ISO 3166-2 and begins with a country."""
    return bool(re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", code, re.ASCII)) and country_of(code) is not None


def country_of(subdivision: str) -> str | None:
    """Return the country of a code of ISO 3166-2, as alpha-3; None where there is none."""
    return countries_by_alpha2().get(subdivision.split("-", 1)[0])


def regions_above(code: str) -> frozenset[str]:
    """Return the regions in which a place lies. The world is left out: everything lies in it."""
    return frozenset(above for above in _ancestors(code) if above != WORLD)


def scope_of(codes: Iterable[tuple[str, str]]) -> Scope | None:
    """Return how far the places reach, given as scheme and code; None where no code says it."""
    known = set(codes)
    schemes = {scheme for scheme, _code in known}
    if (PlaceScheme.M49, WORLD) in known:
        return Scope.GLOBAL
    countries = {code for scheme, code in known if scheme == PlaceScheme.COUNTRY}
    if PlaceScheme.M49 in schemes or len(countries) > 1:
        return Scope.REGIONAL
    if countries:
        return Scope.NATIONAL
    return Scope.SUBNATIONAL if schemes else None


def _ancestors(code: str) -> Iterator[str]:
    for parent in places()[code].parents if code in places() else ():
        yield parent
        yield from _ancestors(parent)
