"""How plugins combine: their order, what they contribute together, and who owns what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, Protocol

from django.apps import apps
from packaging.requirements import Requirement

from cms.plugin_host.contribution import Contribution
from cms.plugin_host.declaration import PluginConfig
from cms.plugin_host.errors import PluginError, PluginProblems, origin

if TYPE_CHECKING:
    from django.db.models import Model

    from cms.plugin_host.parts import Withholding

CORE = "cms"


class Contributor(Protocol):
    """The core or a plugin: whoever contributes under a label. It has identity, so it can be a key."""

    def __hash__(self) -> int: ...

    @property
    def label(self) -> str: ...

    def contribute(self) -> Contribution: ...


@dataclass(frozen=True)
class PluginSet:
    """The core and a choice of plugins. A value: another choice is another PluginSet."""

    core: Contributor
    plugins: tuple[PluginConfig, ...]

    @classmethod
    def installed(cls) -> PluginSet:
        """Return the set that this process runs with. Raises PluginProblems when it cannot be composed."""
        return _chosen.get() or _installed()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let this set be the installed one, for tests of what another choice of plugins would do."""
        token = _chosen.set(self)
        try:
            yield
        finally:
            _chosen.reset(token)

    @property
    def enabled(self) -> tuple[PluginConfig, ...]:
        return tuple(plugin for plugin in self.plugins if plugin.enabled)

    @property
    def withholdings(self) -> tuple[Withholding, ...]:
        """What the installed plugins keep from audiences, the disabled ones included."""
        return tuple(item for plugin in _declared() for item in plugin.withholdings())

    @property
    def contributors(self) -> tuple[Contributor, ...]:
        """The core, then the enabled plugins: dependencies first, then by label."""
        return (self.core, *self.enabled)

    def without(self, *labels: str) -> PluginSet:
        """Return the set in which these plugins are absent."""
        return replace(self, plugins=tuple(p for p in self.plugins if p.label not in labels))

    def collect(self, slot: str) -> tuple[tuple[str, Any], ...]:  # Any: the type of an item is its slot's
        """Return (owner, item) pairs of one slot of Contribution, in order."""
        return _collected(self, slot)

    def is_enabled(self, model: type[Model]) -> bool:
        """Whether the model belongs to the core, to a library or to a plugin that is enabled."""
        return model._meta.app_label not in self.disabled_labels

    @property
    def disabled_labels(self) -> frozenset[str]:
        """Labels of the plugins that are installed, but whose content is not served."""
        return _installed_labels() - {plugin.label for plugin in self.enabled}


def order_problems(found: Mapping[str, PluginConfig]) -> Iterator[PluginError]:
    """Yield a complaint for each dependency that is missing or of another version, and for a cycle."""
    for plugin in found.values():
        for requirement in plugin.requirements:
            yield from dependency_problems(plugin, requirement, found.get(requirement.name))
    try:
        tuple(TopologicalSorter(dependencies(found)).static_order())
    except CycleError as error:
        cycle = " → ".join(error.args[1])
        yield found[error.args[1][0]].error(
            f"is part of a cycle of dependencies: {cycle}.", "E105", "Disable one of them."
        )


def dependency_problems(
    plugin: PluginConfig, requirement: Requirement, other: PluginConfig | None
) -> Iterator[PluginError]:
    remedy = f"Enable {requirement} in config/plugins.py, or disable {plugin.label}."
    if other is None:
        yield plugin.error(f"requires plugin {requirement.name!r}, which is not enabled.", "E104", remedy)
    elif hasattr(other, "version") and other.version not in requirement.specifier:
        yield plugin.error(
            f"requires {requirement}, but {requirement.name} is {other.version}.", "E106", remedy
        )


def dependencies(found: Mapping[str, PluginConfig]) -> dict[str, tuple[str, ...]]:
    return {label: tuple(item.name for item in plugin.requirements) for label, plugin in found.items()}


def dependency_order(found: Mapping[str, PluginConfig]) -> Iterator[PluginConfig]:
    """Yield plugins so that each comes after those it requires, by label where there is a choice."""
    sorter = TopologicalSorter(dependencies(found))
    sorter.prepare()
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        yield from (found[label] for label in ready)
        sorter.done(*ready)


def plugin_problems() -> tuple[PluginError, ...]:
    """Return every reason why the installed plugins cannot run together; empty when they can."""
    plugins = _declared()
    enabled = {plugin.label: plugin for plugin in plugins if plugin.enabled}
    declared = [problem for plugin in enabled.values() for problem in plugin.problems]
    return (*declared, *order_problems(enabled))


def _declared() -> tuple[PluginConfig, ...]:
    return tuple(config for config in apps.get_app_configs() if isinstance(config, PluginConfig))


_chosen: ContextVar[PluginSet | None] = ContextVar("plugins", default=None)


@cache
def _installed() -> PluginSet:
    if problems := plugin_problems():
        raise PluginProblems(problems)
    plugins = _declared()
    enabled = dependency_order({plugin.label: plugin for plugin in plugins if plugin.enabled})
    disabled = sorted((p for p in plugins if not p.enabled), key=lambda plugin: plugin.label)
    return PluginSet(apps.get_app_config(CORE), (*enabled, *disabled))  # type: ignore[arg-type]  # CmsConfig


@cache
def _collected(plugins: PluginSet, slot: str) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (contributor.label, item)
        for contributor in plugins.contributors
        for item in _items(getattr(_contribution(contributor), slot))
    )


@cache
def _contribution(contributor: Contributor) -> Contribution:
    """A contribution is built once: it may hold viewsets, which are things with identity."""
    try:
        return contributor.contribute()
    except Exception as error:
        if not isinstance(contributor, PluginConfig):
            raise
        raise contributor.error(
            f"fails while it says what it contributes: {type(error).__name__}: {error} ({origin(error)}).",
            "E108",
            f"Correct it, or disable {contributor.label} in config/plugins.py.",
        ) from error


@cache
def _installed_labels() -> frozenset[str]:
    return frozenset(plugin.label for plugin in _declared())


def _items(value: Any) -> tuple[Any, ...]:  # Any: the type of an item is its slot's
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
