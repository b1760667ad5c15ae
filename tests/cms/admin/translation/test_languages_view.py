import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupPagePermission

from cms.models import LanguageVersion, User
from cms.testing.factories import make_page, translate
from cms.translation.states import TranslationStatus, statuses


@pytest.fixture
def outdated(bilingual_site):
    """A Turkish article and its English version, which the Turkish one has left behind."""
    turkish = make_page(bilingual_site.turkish, title="Yazı")
    english = translate(turkish, title="Article")
    turkish.title = "Yeni yazı"
    turkish.save_revision().publish()
    return turkish, english


@pytest.fixture
def admin(admin_client):
    """An administrator whose browser asks for English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def editor(bilingual_site, client):
    """Signs in somebody who may change English pages and publish none."""
    group = Group.objects.create(name="editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    right = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=bilingual_site.english, permission=right)
    user = User.objects.create_user("editor", password="x")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_the_header_says_how_the_other_language_stands(outdated, admin):
    turkish, english = outdated

    header_of_turkish = admin.get(reverse("wagtailadmin_pages:edit", args=[turkish.pk])).content.decode()
    header_of_english = admin.get(reverse("wagtailadmin_explore", args=[english.pk])).content.decode()

    assert "English: outdated" in header_of_turkish
    assert "Turkish: original" in header_of_english


def told_to_editor_of(page, admin):
    response = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return ["original has changed" in str(note) for note in get_messages(response.wsgi_request)]


def test_the_editor_of_an_outdated_version_is_told(outdated, bilingual_site, admin):
    turkish, english = outdated
    up_to_date = translate(make_page(bilingual_site.turkish, title="Başka"), title="Another")

    told = [told_to_editor_of(page, admin) for page in (turkish, english, up_to_date)]

    assert told == [[], [True], []]


def test_the_table_shows_every_language(outdated, admin):
    page = admin.get(reverse("cms_languages", args=[outdated[0].pk])).content.decode()

    shown = [text in page for text in ("Yeni yazı", "original", "Article", "outdated", "<form action=")]
    assert shown == [True, True, True, True, True]


def test_marking_as_reviewed_brings_a_version_up_to_date(outdated, admin):
    turkish, english = outdated

    admin.post(reverse("cms_languages", args=[english.pk]))

    assert statuses(turkish) == {"en": TranslationStatus.IN_SYNC}


def test_marking_as_reviewed_takes_the_right_to_publish(outdated, editor):
    turkish, english = outdated

    editor.post(reverse("cms_languages", args=[english.pk]))

    assert statuses(turkish) == {"en": TranslationStatus.OUTDATED}
    assert LanguageVersion.objects.get(page_id=english.pk).reviewed_revision is None


def test_an_original_cannot_be_marked_as_reviewed(outdated, admin):
    turkish, _ = outdated

    response = admin.post(reverse("cms_languages", args=[turkish.pk]), follow=True)

    assert "This is the original" in response.content.decode()
    assert LanguageVersion.objects.get(page_id=turkish.pk).reviewed_revision is None


def test_the_table_is_closed_to_those_who_may_not_read_the_page(bilingual_site, editor):
    draft = make_page(bilingual_site.turkish, title="Gizli", live=False)

    response = editor.get(reverse("cms_languages", args=[draft.pk]))

    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_home"))
