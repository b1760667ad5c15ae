"""The test suite's settings with every plugin disabled, for tests that run in a process of their own."""

from config import plugins

plugins.CMS_PLUGINS = {label: {"enabled": False} for label in plugins.CMS_PLUGINS}

from config.settings.test import *  # noqa: E402, F403 -- after the plugins are disabled
