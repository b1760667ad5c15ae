"""What an operator may set in config/plugins.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings


@dataclass(frozen=True)
class NetworksSettings:
    """Whether addresses of records are checked, and under which licence data is given away."""

    check_links: bool | None = None
    """None: only where DEBUG is off. A demonstration on somebody’s machine asks no host of the world."""

    licence: str = "https://creativecommons.org/licenses/by/4.0/"
    """The address of the licence that exports name."""

    def __post_init__(self) -> None:
        if self.check_links not in (True, False, None):
            raise ValueError("check_links must be True, False or None")
        if urlsplit(self.licence).scheme != "https":
            raise ValueError("licence must be an https address")

    @property
    def may_check_links(self) -> bool:
        return not settings.DEBUG if self.check_links is None else self.check_links


def chosen_settings() -> NetworksSettings:
    """Return what the operator has chosen."""
    config: Any = apps.get_app_config("networks")  # Any: the host’s config of a plugin
    chosen: NetworksSettings = config.settings
    return chosen
