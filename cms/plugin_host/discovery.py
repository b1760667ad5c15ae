"""From the operator's list of plugins to Django's list of apps. Of a plugin it imports apps.py only."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec

from cms.plugin_host.errors import PluginError, PluginProblems, origin

ENTRY_POINTS = "dilmac.plugins"


def plugin_apps(plugins: Mapping[str, object]) -> list[str]:
    """Return the modules of the listed plugins, enabled or not, for INSTALLED_APPS. Raises PluginProblems.

    A plugin that is installed but not listed stays out: installing makes it available, never active.
    A listed label without an entry point is looked for in the plugins folder of this checkout.
    """
    available = available_plugins()
    problems, modules = [], []
    for label in plugins:
        try:
            modules.append(module_of(label, available))
        except PluginError as problem:
            problems.append(problem)
    if problems:
        raise PluginProblems(tuple(problems))
    return modules


def available_plugins() -> dict[str, str]:
    """Return label → module of every plugin that an installed distribution offers."""
    return {point.name: point.value for point in entry_points(group=ENTRY_POINTS)}


def module_of(label: str, available: Mapping[str, str]) -> str:
    module = available.get(label, f"plugins.{label}")
    if not is_importable(module):
        raise PluginError(
            label,
            f"is listed in config/plugins.py, but there is no module {module}.",
            code="cms.E100",
            remedy="Install it, or correct the label. Known labels: " + ", ".join(sorted(available)) + ".",
        )
    try:
        # What Django would do a moment later, and then fail with a traceback that names no remedy.
        import_module(f"{module}.apps")
    except Exception as error:
        raise PluginError(
            label,
            f"fails while it is imported: {type(error).__name__}: {error} ({origin(error)}).",
            code="cms.E107",
            remedy="Correct or reinstall it. It cannot be loaded, so neither can its content.",
        ) from error
    return module


def is_importable(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
