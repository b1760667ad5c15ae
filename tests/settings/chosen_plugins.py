"""Settings for a process that a test starts: the plugins the test names, whatever config/plugins.py says."""

import json
import os

from config import plugins

plugins.CMS_PLUGINS = json.loads(os.environ.get("CHOSEN_PLUGINS", "{}"))

from config.settings.local import *  # noqa: E402, F403 -- after the plugins are chosen
from config.settings.local import INSTALLED_APPS  # noqa: E402 -- after the plugins are chosen

INSTALLED_APPS += json.loads(os.environ.get("FURTHER_APPS", "[]"))
