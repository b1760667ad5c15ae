import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from cms.models import ContentImage, User
from cms.testing.factories import make_page


@pytest.fixture
def translation(bilingual_site, submit, settings):
    """A draft translation that somebody else has locked."""
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    image = ContentImage.objects.create(title="Resim", file="a.png", width=1, height=1)
    translation = submit(make_page(bilingual_site.turkish, title="Yaz", image=image))
    other = User.objects.create_user("other")
    Page.objects.filter(pk=translation.get_target_instance().pk).update(locked=True, locked_by=other)
    return translation


def put_string(client, translation):
    segment = translation.source.stringsegment_set.get(context__path="title")
    return client.put(
        reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
        "value=Summer",
        content_type="application/x-www-form-urlencoded",
    )


def put_override(client, translation):
    segment = translation.source.overridablesegment_set.get(context__path="image")
    return client.put(
        reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk]),
        "value=1",
        content_type="application/x-www-form-urlencoded",
    )


def upload(client, translation):
    po = translation.export_po()
    po[0].msgstr = "Summer"
    return client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("a.po", str(po).encode())},
    )


def translate_by_machine(client, translation):
    return client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))


def stop(client, translation):
    return client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))


def synchronise(client, translation):
    return client.post(
        reverse("wagtail_localize:update_translations", args=[translation.source_id]),
        {"publish_translations": "on"},
    )


def publish(client, translation):
    target = translation.get_target_instance()
    return client.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})


def state(translation):
    return (
        translation.get_target_instance().live,
        Translation.objects.get(pk=translation.pk).enabled,
        StringTranslation.objects.count(),
        SegmentOverride.objects.count(),
    )


ACTIONS = [put_string, put_override, upload, translate_by_machine, stop, synchronise, publish]


@pytest.mark.parametrize("act", ACTIONS)
def test_a_lock_holds_in_the_translation_editor(
    world, act, translation, admin_client, django_capture_on_commit_callbacks
):
    before = state(translation)

    with django_capture_on_commit_callbacks(execute=True):
        response = act(admin_client, translation)

    assert (state(translation) == before) == {"ours": True, "stock": False}[world]
    if world == "ours":
        assert response.status_code == (403 if act in {put_string, put_override} else response.status_code)


@pytest.mark.parametrize("act", ACTIONS)
def test_without_a_lock_the_same_is_done(act, translation, admin_client):
    Page.objects.update(locked=False, locked_by=None)
    before = state(translation)

    act(admin_client, translation)

    assert state(translation) != before


def test_a_stopped_translation_is_not_restarted_under_a_lock(world, translation, admin_client):
    Translation.objects.update(enabled=False)
    target = translation.get_target_instance()

    admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[target.pk]), {"localize-restart-translation": "1"}
    )

    translation.refresh_from_db()
    assert translation.enabled == {"ours": False, "stock": True}[world]
