"""The plugin keeps what every plugin promises."""

import pytest

from cms.testing import PluginConformance


@pytest.mark.standalone
class TestConsultation(PluginConformance):
    plugin = "consultation"
