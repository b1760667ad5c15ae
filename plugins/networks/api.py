"""What other plugins may use: choosing organisations, finding them by key, and naming them at a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.networks.blocks import OrganisationChooserBlock
from plugins.networks.dates import span_of
from plugins.networks.notices import notice

if TYPE_CHECKING:
    from cms.api import Audience

__all__ = ["ORGANISATION", "NamedOrganisation", "OrganisationChooserBlock", "named", "named_by_key"]

ORGANISATION = "networks.Organisation"
"""The model, for foreign keys and choosers: `models.ForeignKey(ORGANISATION, …)`."""


@dataclass(frozen=True)
class NamedOrganisation:
    """A public organisation under the name to show. `notice` says what the name is worth; it may be empty."""

    id: int
    key: str
    name: str
    name_language: str
    notice: str


def named(
    ids: Iterable[int], language: str, *, audience: Audience, on: str | None = None
) -> dict[int, NamedOrganisation]:
    """Return the public ones of these organisations by primary key, in two queries.

    `on` is a date as EDTF: the name held then. Raises ValueError when it is no date.
    """
    return {one.id: one for one in _named({"organisation__in": tuple(ids)}, language, audience, on)}


def named_by_key(
    keys: Iterable[str], language: str, *, audience: Audience, on: str | None = None
) -> dict[str, NamedOrganisation]:
    """Return the public ones of these organisations by key; otherwise as `named`."""
    return {one.key: one for one in _named({"organisation__key__in": tuple(keys)}, language, audience, on)}


def _named(
    wanted: dict[str, object], language: str, audience: Audience, on: str | None
) -> list[NamedOrganisation]:
    # Models are ready when this is called, and perhaps not yet when a neighbour's blocks import this module.
    from plugins.networks.domain import public_entries  # noqa: PLC0415 -- app loading
    from plugins.networks.reading import told  # noqa: PLC0415 -- app loading

    span = span_of(on) if on else None
    found = []
    for one in told(public_entries(language, audience=audience).filter(**wanted), audience=audience):
        name = one.name(on=span)
        told_of_it = notice(name, reader=language)
        found.append(
            NamedOrganisation(one.organisation.pk, one.organisation.key, name.text, name.language, told_of_it)
        )
    return found
