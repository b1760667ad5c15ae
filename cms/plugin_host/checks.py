"""Django's system checks for plugins: every problem at once, each with its plugin and its remedy."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error

from cms.plugin_host.composition import plugin_problems
from cms.plugin_host.errors import PluginError


def check_plugins(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Return an error cms.E1xx for each reason why the plugins cannot run together."""
    return [as_message(problem) for problem in plugin_problems()]


def as_message(problem: PluginError) -> CheckMessage:
    """Return the complaint as Django prints it: what is wrong, then what to do."""
    return Error(f"Plugin {problem.plugin}: {problem.problem}", hint=problem.remedy, id=problem.code)
