"""Consultations by their keys: kept by the consultation plugin, if it is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from cms.api import Audience


def titles_of(keys: Iterable[str], language: str, *, audience: Audience) -> Mapping[str, str | None]:
    """Return the consultations that may be named, by key, with their titles in the language.

    What is not public in the language is left out. Without the consultation plugin nothing is secret, and no
    title known.
    """
    asked = set(keys) - {""}
    if not asked or not keeps_consultations():
        return dict.fromkeys(asked)
    from plugins.consultation.api import titles  # noqa: PLC0415 -- the plugin may be absent

    return titles(asked, language, audience=audience)


def check_consultation(key: str) -> None:
    """Refuse a key that no consultation has, as far as anybody keeps a list. Raises ValidationError."""
    if not key or not keeps_consultations():
        return
    from plugins.consultation.api import exists  # noqa: PLC0415 -- the plugin may be absent

    if not exists(key):
        message = _("No consultation has this key. Take one from the list of consultations, or none.")
        raise ValidationError({"consultation_key": message})


def keeps_consultations() -> bool:
    """Whether the consultation plugin is there and enabled."""
    return apps.is_installed("plugins.consultation") and getattr(
        apps.get_app_config("consultation"), "enabled", False
    )
