"""The public test kit: as stable as cms.api. Plugins' tests import it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cms.testing.conformance.pytest_class import PluginConformance as PluginConformance

__all__ = ["PluginConformance"]


def __getattr__(name: str) -> object:
    """Load the kit when it is asked for: pytest reads this package before Django is set up."""
    if name != "PluginConformance":
        raise AttributeError(f"cms.testing has no {name!r}.")
    from cms.testing.conformance import pytest_class  # noqa: PLC0415 -- app loading

    return pytest_class.PluginConformance
