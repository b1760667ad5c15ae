"""A contribution that a test makes up, running beside the installed plugins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from cms.plugin_host.composition import PluginSet
from cms.plugin_host.contribution import Contribution


@dataclass(frozen=True, eq=False)
class Contributing:
    """A plugin in name only: a label, and what it contributes."""

    label: str
    contribution: Contribution
    enabled: bool = True
    name: str = "nowhere"

    def contribute(self) -> Contribution:
        return self.contribution


@contextmanager
def contributing(label: str, **slots: Any) -> Iterator[None]:  # Any: the type of an item is its slot's
    """Run with the installed plugins and one more that contributes this."""
    installed = PluginSet.installed()
    another = Contributing(label, Contribution(**slots))
    plugins = replace(installed, plugins=(*installed.plugins, another))  # type: ignore[arg-type]  # in name only
    with plugins.running():
        yield
