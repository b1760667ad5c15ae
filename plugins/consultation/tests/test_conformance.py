"""The plugin keeps what every plugin promises."""

import pytest
from wagtail.models import Page, Site

from cms.testing import PluginConformance
from cms.testing.factories import BilingualSite

from ..models import Consultation, Round
from .making import PRESENT, make_consultation, make_pages
from .submitting import submit


@pytest.mark.standalone
class TestConsultation(PluginConformance):
    plugin = "consultation"

    def make_rows(self, n: int) -> None:
        """Add n consultations with pages, and n opinions on the first, each with its entry in the log."""
        for _ in range(n):
            number = Consultation.objects.count()
            key = f"consultation_{number}" if number else "draft_protocol"
            consultation = make_consultation(key, PRESENT, publication="live")
            make_pages(default_site(), consultation)
            submit(Round.objects.select_related("consultation").get(consultation__key="draft_protocol"))


def default_site() -> BilingualSite:
    homes = {home.locale.language_code: home.specific for home in Page.objects.filter(depth=2)}
    return BilingualSite(Site.objects.get(is_default_site=True), homes["tr"], homes["en"])
