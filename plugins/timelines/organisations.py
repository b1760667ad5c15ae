"""Organisations by their keys: named by the networks plugin, if it is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.apps import apps

from .fuzzy import Period

if TYPE_CHECKING:
    from cms.api import Audience
    from plugins.networks.api import NamedOrganisation

    OrganisationNames = Mapping[tuple[str, str | None], NamedOrganisation]


def names_of(wanted: Iterable[tuple[str, Period]], language: str, *, audience: Audience) -> OrganisationNames:
    """Return organisations by key and time, under the name that they had then.

    What is not public has none, and without the networks plugin nobody has.
    """
    asked = {(key, span_of(period)) for key, period in wanted}
    if not asked or not keeps_organisations():
        return {}
    from plugins.networks.api import named_at  # noqa: PLC0415 -- the plugin may be absent

    return named_at(asked, language, audience=audience)


def span_of(period: Period) -> str | None:
    """Return the days that a period may touch, as EDTF of the simplest form; None where none is known."""
    if period.is_undated:
        return None
    first, last = (day.isoformat() if day else ".." for day in (period.earliest, period.latest))
    return f"{first}/{last}"


def keeps_organisations() -> bool:
    """Whether the networks plugin is there and enabled."""
    return apps.is_installed("plugins.networks") and getattr(
        apps.get_app_config("networks"), "enabled", False
    )
