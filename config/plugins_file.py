"""The operator's own list of plugins, for an installation whose config/plugins.py came with the package."""

from __future__ import annotations

import runpy
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def plugins_in(file: Path) -> dict[str, dict[str, object]]:
    """Return CMS_PLUGINS of a file that is written like config/plugins.py. Raises ImproperlyConfigured."""
    try:
        listed = runpy.run_path(str(file)).get("CMS_PLUGINS")
    except Exception as error:
        raise ImproperlyConfigured(
            f"PLUGINS_FILE: {file} fails while it is read: {type(error).__name__}: {error}. Correct it."
        ) from error
    if not isinstance(listed, dict):
        raise ImproperlyConfigured(
            f'PLUGINS_FILE: {file} lists no plugins. Write there: CMS_PLUGINS = {{"networks": {{}}}}'
        )
    return listed
