"""What benchmarks are measured with: a server as in production, and a plugin to be measured."""

from config.settings.base import *  # noqa: F403 -- Django's way of layering settings
from config.settings.base import CMS_PLUGINS as BASE_PLUGINS
from config.settings.base import INSTALLED_APPS as BASE_APPS

CMS_PLUGINS = {**BASE_PLUGINS, "magazine": {}}
INSTALLED_APPS = [*BASE_APPS, "cms.testing.benchmarks.magazine"]
