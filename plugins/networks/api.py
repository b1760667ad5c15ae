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
    from plugins.networks.reading import OrganisationIn

__all__ = [
    "ORGANISATION",
    "NamedOrganisation",
    "OrganisationChooserBlock",
    "named",
    "named_at",
    "named_by_key",
]

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


def named_at(
    wanted: Iterable[tuple[str, str | None]], language: str, *, audience: Audience
) -> dict[tuple[str, str | None], NamedOrganisation]:
    """Return the public ones of organisations by key and date, each under the name held then, in two queries.

    A date is EDTF, or None for the present name. Raises ValueError when it is no date.
    """
    asked = set(wanted)
    told_by_key = {
        one.organisation.key: one
        for one in _told({"organisation__key__in": {key for key, _ in asked}}, language, audience)
    }
    return {(key, on): _as_named(told_by_key[key], language, on) for key, on in asked if key in told_by_key}


def _named(
    wanted: dict[str, object], language: str, audience: Audience, on: str | None
) -> list[NamedOrganisation]:
    return [_as_named(one, language, on) for one in _told(wanted, language, audience)]


def _told(wanted: dict[str, object], language: str, audience: Audience) -> list[OrganisationIn]:
    # Models are ready when this is called, and perhaps not yet when a neighbour's blocks import this module.
    from plugins.networks.domain import public_entries  # noqa: PLC0415 -- app loading
    from plugins.networks.reading import told  # noqa: PLC0415 -- app loading

    return told(public_entries(language, audience=audience).filter(**wanted), audience=audience)


def _as_named(one: OrganisationIn, language: str, on: str | None) -> NamedOrganisation:
    name = one.name(on=span_of(on) if on else None)
    return NamedOrganisation(
        one.organisation.pk, one.organisation.key, name.text, name.language, notice(name, reader=language)
    )
