"""Trap 7: when the app of a page type is gone, its pages can be neither published nor deleted."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from cms.testing.conformance.content import switched_off
from cms.testing.factories import make_page


@pytest.fixture
def page(bilingual_site):
    """A page of a type that the timelines plugin brings."""
    return make_page(bilingual_site.turkish, apps.get_model("timelines", "TimelinePage"), title="Çizgi")


@pytest.fixture
def gone(page):
    """The same page as it is found when the app is no longer installed: its content type has no model."""
    ContentType.objects.filter(pk=page.content_type_id).update(app_label="gone")
    ContentType.objects.clear_cache()
    yield Page.objects.get(pk=page.pk)
    ContentType.objects.clear_cache()


def test_stock_cannot_publish_what_it_has_no_model_for(gone):
    assert type(gone.specific) is Page
    with pytest.raises(TypeError):
        gone.specific.save_revision().publish()


def test_ours_keeps_the_model_of_a_disabled_plugin(page):
    with switched_off(apps.get_app_config("timelines")):
        found = Page.objects.get(pk=page.pk).specific
        found.title = "Yeni"
        found.save_revision().publish()

        published = type(page).objects.get(pk=page.pk).title
        found.delete()

    assert published == "Yeni"
    assert not Page.objects.filter(pk=page.pk).exists()
