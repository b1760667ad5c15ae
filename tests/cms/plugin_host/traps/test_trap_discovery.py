"""Trap 9: Wagtail imports wagtail_hooks.py of every installed app, whether its plugin is enabled or not."""

from pathlib import Path

from cms.plugin_host.composition import PluginSet
from cms.testing.conformance.discovery import FILES

FOUND = """
from django.apps import apps
from wagtail import hooks
hooks.search_for_hooks()
enabled = apps.get_app_config("self_discovering").enabled
print(json.dumps([enabled, "fakes.self_discovering.wagtail_hooks" in sys.modules]))
"""


def test_stock_runs_the_file_of_a_disabled_plugin(told_by_process):
    assert told_by_process(FOUND, self_discovering={"enabled": False}) == [False, True]


def test_ours_have_no_such_file():
    plugins = [Path(plugin.path) for plugin in PluginSet.installed().plugins]

    assert plugins
    assert [path / name for path in plugins for name in FILES if (path / name).exists()] == []
