"""What other plugins may use: choosing organisations, finding them by key, and naming them at a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    """Return the public ones of these organisations by primary key, in two queries, three after a merge.

    For a record that was merged into another, that other stands, with its own id and key.
    `on` is a date as EDTF: the name held then. Raises ValueError when it is no date.
    """
    return _named("pk", ids, language, audience, on)


def named_by_key(
    keys: Iterable[str], language: str, *, audience: Audience, on: str | None = None
) -> dict[str, NamedOrganisation]:
    """Return the public ones of these organisations by key; otherwise as `named`."""
    return _named("key", keys, language, audience, on)


def named_at(
    wanted: Iterable[tuple[str, str | None]], language: str, *, audience: Audience
) -> dict[tuple[str, str | None], NamedOrganisation]:
    """Return the public ones of organisations by key and date, each under the name held then: see `named`.

    A date is EDTF, or None for the present name. Raises ValueError when it is no date.
    """
    asked = set(wanted)
    told_by_key = _told("key", {key for key, _ in asked}, language, audience)
    return {(key, on): _as_named(told_by_key[key], language, on) for key, on in asked if key in told_by_key}


def _named(
    field: str, values: Iterable[Any], language: str, audience: Audience, on: str | None
) -> dict[Any, NamedOrganisation]:  # Any: values of the column
    found = _told(field, values, language, audience)
    return {value: _as_named(one, language, on) for value, one in found.items()}


def _told(
    field: str, values: Iterable[Any], language: str, audience: Audience
) -> dict[Any, OrganisationIn]:  # Any: values of the column
    # Models are ready when this is called, and perhaps not yet when a neighbour's blocks import this module.
    from plugins.networks.domain import entries_named  # noqa: PLC0415 -- app loading
    from plugins.networks.reading import told  # noqa: PLC0415 -- app loading

    entries = entries_named(field, tuple(values), language, audience=audience)
    return dict(zip(entries, told(entries.values(), audience=audience), strict=True))


def _as_named(one: OrganisationIn, language: str, on: str | None) -> NamedOrganisation:
    name = one.name(on=span_of(on) if on else None)
    return NamedOrganisation(
        one.organisation.pk, one.organisation.key, name.text, name.language, notice(name, reader=language)
    )
