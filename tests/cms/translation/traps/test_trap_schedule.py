from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale
from wagtail.signals import page_published

from cms.models import LanguageVersion
from cms.testing.factories import make_page


def scheduled(page):
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_scheduling_a_page_keeps_its_aliases_offline(world, bilingual_site):
    page = make_page(bilingual_site.turkish, live=False)
    alias = page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)

    scheduled(page)

    alias.refresh_from_db()
    assert (page.live, alias.live) == (False, {"ours": False, "stock": True}[world])


def test_a_page_that_is_only_scheduled_is_not_recorded_as_published(bilingual_site):
    page = make_page(bilingual_site.turkish, live=False)
    announced = []

    def note(instance, **kwargs):
        announced.append(instance.live)

    page_published.connect(note)
    scheduled(page)
    page_published.disconnect(note)

    assert announced == [False]
    assert LanguageVersion.objects.get(page_id=page.pk).fingerprint == ""
