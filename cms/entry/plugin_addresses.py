"""Where plugins answer by themselves: each under its own prefix."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.urls import URLPattern, URLResolver, include, path

from cms.plugin_host.composition import PluginSet, plugin_problems


def plugin_addresses() -> Iterator[URLResolver]:
    """Yield /plugins/<label>/ for each enabled plugin with addresses, named "<label>:<name>"."""
    if plugin_problems():
        return
    routes: tuple[tuple[str, URLPattern], ...] = PluginSet.installed().collect("urls")
    for owner, pairs in groupby(routes, key=lambda pair: pair[0]):
        patterns = [pattern for _, pattern in pairs]
        yield path(f"plugins/{owner}/", include((patterns, owner), namespace=owner))
