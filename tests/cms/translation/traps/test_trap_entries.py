"""The same traps for entries that are not pages. The core's have no drafts, so a plugin's are tried."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail_localize.models import Translation

from plugins.timelines.models import Activity, ActivityText


@pytest.fixture
def text(bilingual_site):
    """A published Turkish text of an activity."""
    activity = Activity.objects.create(key="meeting", kind="meeting")
    text = ActivityText(
        activity=activity, locale=bilingual_site.turkish.locale, title="Toplantı", summary="Özet"
    )
    text.save()
    text.save_revision().publish()
    return text


@pytest.fixture
def published(text, submit, django_capture_on_commit_callbacks):
    """A translation whose English text is published."""
    translation = submit(text, title="Meeting", summary="Summary")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target()
    return translation


@pytest.fixture
def translator(person):
    """Signs in somebody who may change texts, and neither add nor publish them."""
    person().user_permissions.add(Permission.objects.get(codename="change_activitytext"))


def in_english():
    return ActivityText.objects.filter(locale__language_code="en").first()


def test_submitting_an_entry_publishes_nothing(world, text, submit):
    submit(text)

    assert in_english().live == {"ours": False, "stock": True}[world]


def test_a_draft_translation_of_an_entry_leaves_the_live_row_alone(world, published, write):
    write(published, summary="Secret")

    published.save_target(publish=False)

    row = in_english()
    assert (row.live, row.summary) == {"ours": (True, "Summary"), "stock": (False, "Secret")}[world]
    assert row.get_latest_revision_as_object().summary == "Secret"


def test_submitting_an_entry_takes_the_right_to_add(world, text, translator, bilingual_site, client):
    client.post(
        reverse("wagtail_localize:submit_snippet_translation", args=["timelines", "activitytext", text.pk]),
        {"locales": [bilingual_site.english.locale.pk]},
    )

    assert (in_english() is not None) == {"ours": False, "stock": True}[world]


def test_synchronising_an_entry_does_not_publish_without_the_right(
    world, published, write, translator, client
):
    write(published, summary="Unseen")

    client.post(
        reverse("wagtail_localize:update_translations", args=[published.source_id]),
        {"publish_translations": "on"},
    )

    assert in_english().summary == {"ours": "Summary", "stock": "Unseen"}[world]


def test_an_entry_that_exists_is_left_alone(published, bilingual_site, submit):
    before = in_english().latest_revision_id

    submit(in_english().get_translation(bilingual_site.turkish.locale))

    assert (in_english().latest_revision_id, Translation.objects.count()) == (before, 1)
