"""The shipped process contains no GPL library; LGPL and a choice of licences are named one by one."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sources import ROOT

REASONS = {
    "psycopg": "LGPL: used as a library, unchanged, and replaceable by whoever installs the product",
    "psycopg-binary": "LGPL: the compiled part of psycopg",
    "text-unidecode": "Artistic Licence or GPL, at the user's choice: the Artistic Licence is chosen",
}
COPYLEFT = re.compile(r"GPL|GNU|EUPL|SSPL|CC[- ]BY[- ]SA", re.IGNORECASE)


def test_copyleft_libraries_are_those_with_a_reason() -> None:
    copyleft = {name for name, licence in licences().items() if COPYLEFT.search(licence)}

    assert copyleft == set(REASONS)


def test_every_library_says_its_licence() -> None:
    assert [name for name, licence in licences().items() if not licence] == []


def test_the_walk_reaches_the_dependencies_of_dependencies() -> None:
    assert {"wagtail", "django", "willow", "graphql-core", "text-unidecode"} <= set(licences())


def licences() -> dict[str, str]:
    """Return library → what it says about its licence, for everything that a plain installation brings."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    return {name: licence_of(library) for name, library in installed(declared).items()}


def installed(declared: list[str]) -> dict[str, Distribution]:
    """Return the installed distributions that the requirements lead to, in any number of steps."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in declared]
    seen: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        try:
            library = distribution(requirement.name)
        except PackageNotFoundError:  # needed on another system only
            continue
        found[canonicalize_name(requirement.name)] = library
        waiting.extend(needed_by(library, extras=requirement.extras))
    return found


def needed_by(library: Distribution, *, extras: set[str]) -> Iterator[Requirement]:
    for line in library.requires or ():
        requirement = Requirement(line)
        chosen = [{"extra": extra} for extra in ("", *extras)]
        if requirement.marker is None or any(requirement.marker.evaluate(extra) for extra in chosen):
            yield requirement


def licence_of(library: Distribution) -> str:
    metadata = library.metadata
    classifiers = [line for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    # Some give the whole text; its first line is its name.
    free_text = (metadata.get("License") or "").strip().splitlines()[:1]
    return "; ".join([*filter(None, [metadata.get("License-Expression")]), *classifiers, *free_text])


if __name__ == "__main__":
    for name, licence in sorted(licences().items()):
        print(f"{name:28} {licence}", f"({REASONS[name]})" if name in REASONS else "")  # noqa: T201 -- a report
    test_copyleft_libraries_are_those_with_a_reason()
    test_every_library_says_its_licence()
