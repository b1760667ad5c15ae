"""What is left out is exactly what is not shown: lists of many leave out the few that are hidden."""

import pytest
from django.apps import apps

from cms.api import anonymous_audience

from ..models import Activity
from .making import make_activity


@pytest.fixture
def activities(bilingual_site):
    make_activity("public")
    make_activity("draft", live=False)
    make_activity("expired", expire_at="2010-01-01T00:00:00Z")
    make_activity("expires_later", expire_at="2090-01-01T00:00:00Z")


def parted():
    audience, everything = anonymous_audience(), Activity.objects.order_by("pk")
    return [
        [activity.key for activity in found]
        for found in (audience.snippets(everything), audience.hidden_snippets(everything))
    ]


def test_every_entry_is_either_shown_or_hidden(activities):
    assert parted() == [["public", "expires_later"], ["draft", "expired"]]


def test_everything_of_a_disabled_plugin_is_hidden(activities, monkeypatch):
    monkeypatch.setattr(apps.get_app_config("timelines"), "enabled", False)

    assert parted() == [[], ["public", "draft", "expired", "expires_later"]]
