"""The drafts' room in the admin: from a pasted text to a published version, in both languages."""

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.users.models import UserProfile

from ..models import DraftRendition, DraftVersion, Provision, ProvisionLink, ProvisionText
from .making import PAST, make_consultation

FIRST = (
    "Amaç\nMADDE 1 – (1) Amaç <b>ortaktır</b>.\nBaşsız bir satır\nKurul\nMADDE 2 – Kurul iki kez toplanır."
)
ENGLISH = "Article 1 – Purpose\n(1) The purpose is to co-operate.\nArticle 9 – Another\n"


@pytest.fixture
def consultation(db):
    consultation = make_consultation("protocol", PAST)
    DraftVersion.objects.create(consultation=consultation, number=1)
    return consultation


@pytest.fixture
def sign_in(client):
    def sign_in(language="tr", *, is_superuser=True):
        user = get_user_model().objects.create_user(f"editor-{language}", "e@example.org", "secret")
        user.is_superuser = is_superuser
        user.save()
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        UserProfile.objects.create(user=user, preferred_language=language)
        client.force_login(user)
        return client

    return sign_in


def at(page, version):
    return reverse(f"consultation_drafts:{page}", args=[version.pk])


def bring_in(client, version, text, language="tr", basis="original"):
    """Preview a text, store what was previewed, and return the preview."""
    page = client.post(
        at("import", version), {"language": language, "basis": basis, "text": text, "file": ""}
    )
    preview = unescape(page.content.decode())
    client.post(at("import", version), {"source": re.search(r'name="source" value="([^"]+)"', preview)[1]})
    return preview


def test_pasted_text_is_previewed_and_then_stored_as_it_was_seen(sign_in, consultation):
    version = DraftVersion.objects.get()

    preview = bring_in(sign_in(), version, FIRST)

    assert "4 hüküm bulundu." in preview
    assert "1 tanesinin bilinen bir numarası yok; fıkra olarak korundu." in preview
    assert list(Provision.objects.values_list("key", "printed_number")) == [
        ("madde-1", "MADDE 1"),
        ("madde-1-1", "(1)"),
        ("madde-1-text", ""),
        ("madde-2", "MADDE 2"),
    ]
    assert DraftRendition.objects.get().is_authoritative


def test_second_language_shows_what_does_not_fit_and_stores_the_rest(sign_in, consultation):
    client, version = sign_in("en"), DraftVersion.objects.get()
    bring_in(client, version, FIRST)

    preview = bring_in(client, version, ENGLISH, language="en", basis="courtesy")

    assert "Provisions that stay without this language" in preview
    assert "Texts that belong to no provision and will not be stored" in preview
    assert list(ProvisionText.objects.filter(language="en").values_list("provision__key", "heading")) == [
        ("madde-1", "Purpose"),
        ("madde-1-1", ""),
    ]


def test_second_language_has_to_wait_for_the_one_that_counts(sign_in, consultation):
    data = {"language": "en", "basis": "courtesy", "text": ENGLISH}

    page = sign_in("en").post(at("import", DraftVersion.objects.get()), data)

    assert "Bring in the text in the language that counts first." in page.content.decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Metin ya da dosya verin; ikisinden yalnızca birini."),
        ({"text": "  \n "}, "Metin ya da dosya verin; ikisinden yalnızca birini."),
        ({"file": SimpleUploadedFile("taslak.docx", b"PK")}, "Dosya, okunabilen bir Word belgesi değil."),
    ],
    ids=["nothing", "white space", "broken file"],
)
def test_source_that_cannot_be_read_is_refused_with_what_to_do(sign_in, consultation, data, message):
    page = sign_in().post(
        at("import", DraftVersion.objects.get()), {"language": "tr", "basis": "original", **data}
    )

    assert message in unescape(page.content.decode())
    assert Provision.objects.count() == 0


def test_forged_preview_is_refused(sign_in, consultation):
    sign_in().post(at("import", DraftVersion.objects.get()), {"source": "forged"})

    assert Provision.objects.count() == 0


def test_version_is_published_only_after_its_editor_said_to_know_what_that_means(sign_in, consultation):
    client, version = sign_in(), DraftVersion.objects.get()
    bring_in(client, version, FIRST)

    client.post(at("version", version))
    unticked = DraftVersion.objects.get().state
    client.post(at("version", version), {"confirmed": "on"})

    assert (unticked, DraftVersion.objects.get().state) == ("draft", "published")
    assert client.get(at("import", version)).url == at("version", version)


def test_next_version_is_published_after_its_links_are_confirmed(sign_in, consultation):
    client, first = sign_in(), DraftVersion.objects.get()
    bring_in(client, first, FIRST)
    client.post(at("version", first), {"confirmed": "on"})
    second = DraftVersion.objects.create(
        consultation=consultation, number=2, change_note="Kurul daha sık toplanır."
    )
    bring_in(client, second, FIRST.replace("iki", "dört"))

    before = unescape(client.get(at("version", second)).content.decode())
    links = client.get(at("links", second)).content.decode()
    client.post(at("links", second), {})
    client.post(at("version", second), {"confirmed": "on"})

    assert "1. sürümdeki hükümlerin bu sürümde nasıl sürdüğünü onaylayın." in before
    assert "<del>iki</del><ins>dört</ins>" in links
    assert set(ProvisionLink.objects.values_list("set_by", flat=True)) == {"editor"}
    assert list(DraftVersion.objects.values_list("state", flat=True)) == ["superseded", "published"]


@pytest.mark.parametrize("page", ["version", "import", "links"])
def test_room_is_closed_to_whoever_may_not_change_consultations(sign_in, consultation, page):
    client, version = sign_in(is_superuser=False), DraftVersion.objects.get()

    answers = [client.get(at(page, version)), client.post(at(page, version), {"confirmed": "on"})]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert DraftVersion.objects.get().state == "draft"


@pytest.mark.parametrize(("language", "title"), [("tr", "Taslaklar"), ("en", "Drafts")])
def test_list_shows_every_version_in_the_editors_language(sign_in, consultation, language, title):
    page = sign_in(language).get(reverse("consultation_drafts:index")).content.decode()

    assert [title in page, "protocol" in page] == [True, True]
