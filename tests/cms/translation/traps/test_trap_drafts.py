from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from cms.models import ArticlePage


def english(translation):
    return ArticlePage.objects.get(translation_key=translation.source.object_id, locale__language_code="en")


def test_a_draft_translation_leaves_the_live_row_alone(world, published, write):
    write(published, intro="Secret")

    published.save_target(publish=False)

    row = english(published)
    assert row.intro == {"ours": "Public", "stock": "Secret"}[world]
    assert (row.live, row.get_latest_revision_as_object().intro) == (True, "Secret")


def test_a_scheduled_translation_leaves_the_live_row_alone(world, published, write):
    ArticlePage.objects.filter(pk=english(published).pk).update(go_live_at=timezone.now() + timedelta(days=1))
    write(published, intro="Secret")

    published.save_target(publish=True)

    assert english(published).intro == {"ours": "Public", "stock": "Secret"}[world]


def test_invalid_content_is_told_at_the_string_and_changes_nothing(published, write):
    write(published, title="x" * 300)

    with pytest.raises(ValidationError):
        published.save_target()

    faulty = StringTranslation.objects.filter(has_error=True)
    assert [string.context.path for string in faulty] == ["title"]
    assert english(published).title == "Programme"


def test_publication_is_in_the_name_of_its_user(
    world, published, write, admin_user, django_capture_on_commit_callbacks
):
    write(published, intro="News")

    with django_capture_on_commit_callbacks(execute=True):
        published.save_target(user=admin_user)

    entry = PageLogEntry.objects.filter(page=english(published).pk, action="wagtail.publish").latest("pk")
    assert (english(published).intro, entry.user) == ("News", {"ours": admin_user, "stock": None}[world])
