"""What editors see and what they are told, in both languages."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile

from cms.testing.factories import make_page

from ..domain import State, state_at
from ..models import Consultation, ConsultationPage
from ..viewsets import consultations
from .making import PAST, istanbul, make_consultation, make_document

MAY = {"number": 1, "opens_on": "2026-05-04", "closes_on": "2026-05-29", "opens_time": "", "closes_time": ""}
JULY = {**MAY, "number": 2, "opens_on": "2026-07-01", "closes_on": "2026-07-15"}
RECORD = Consultation.KnownOnlyAs.SENT_FOR_OPINIONS


def form_data(*, rounds=(MAY,), drafts=(), roles=(), **fields):
    return nested_form_data(
        {
            "key": "protocol",
            "reference": "EV-2026-003",
            "kind": "protocol",
            "participation": "open",
            "visibility": "public",
            "authoritative_language": "tr",
            "time_zone": "Europe/Istanbul",
            "publication": "after_moderation",
            "late_policy": "accept_flagged",
            "grace_minutes": "10",
            "edit_policy": "until_close",
            "edit_minutes": "30",
            "known_only_as": "",
            "sent_on": "",
            "recipients_count": "",
            "responses_received": "",
            "rounds": inline_formset([*rounds]),
            "draft_versions": inline_formset([*drafts]),
            "roles": inline_formset([*roles]),
            **fields,
        }
    )


@pytest.fixture
def editor_in(client, bilingual_site):
    def sign_in(language):
        user = get_user_model().objects.create_superuser(f"editor-{language}", "e@example.org", "secret")
        UserProfile.objects.create(user=user, preferred_language=language)
        client.force_login(user)
        return client

    return sign_in


def test_editor_adds_a_consultation_whose_state_follows_from_its_dates(editor_in):
    add = reverse(consultations.get_url_name("add"))

    editor_in("tr").post(add, form_data(rounds=[MAY, JULY], roles=[{"role": "drafter"}]))

    stored = Consultation.objects.get()
    states = [
        state_at(istanbul(2026, *day), windows=stored.windows) for day in [(5, 3), (5, 29), (6, 1), (7, 16)]
    ]
    assert states == [State.SCHEDULED, State.OPEN, State.SCHEDULED, State.CLOSED]
    assert [role.role for role in stored.roles.all()] == ["drafter"]


def test_every_change_of_the_dates_is_kept_as_a_revision(editor_in):
    consultation = make_consultation("protocol", PAST)
    edit = reverse(consultations.get_url_name("edit"), args=[consultation.pk])
    row = {**MAY, "id": consultation.rounds.get().pk}

    for closes_on in ("2026-05-29", "2026-06-12"):
        data = form_data(rounds=[{**row, "closes_on": closes_on}]) | {"rounds-INITIAL_FORMS": "1"}
        editor_in(f"{'tr' if closes_on == '2026-05-29' else 'en'}").post(edit, data)

    kept = [revision.content["rounds"][0]["closes_on"] for revision in consultation.revisions.order_by("pk")]
    assert kept == ["2026-05-29", "2026-06-12"]
    assert str(Consultation.objects.get().rounds.get().closes_on) == "2026-06-12"


def test_key_cannot_change_once_frontends_may_use_it(editor_in):
    consultation = make_consultation("protocol", known_only_as=RECORD)
    edit = reverse(consultations.get_url_name("edit"), args=[consultation.pk])

    page = editor_in("en").post(edit, form_data(key="other", known_only_as=RECORD, rounds=[]))

    assert "Frontends ask for this key, so it cannot change." in page.content.decode()
    assert Consultation.objects.get().key == "protocol"


def test_list_of_editors_shows_the_state_of_each(editor_in):
    make_consultation("one", PAST)
    make_consultation("two", known_only_as=RECORD)

    page = editor_in("tr").get(reverse(consultations.get_url_name("list"))).content.decode()

    assert page.index("Değerlendiriliyor") < page.index("Yalnızca görüşe gönderildiği biliniyor")


@pytest.mark.parametrize(
    ("data", "turkish", "english"),
    [
        (
            {"rounds": [{**MAY, "closes_on": "2026-05-03"}]},
            "Tur, açılmadan kapanıyor.",
            "The round closes before it opens.",
        ),
        ({"rounds": []}, "Tarihleriyle bir tur ekleyin", "Add a round with its dates"),
        ({"rounds": [MAY, {**JULY, "opens_on": "2026-05-29"}]}, "İki tur çakışıyor.", "Two rounds overlap."),
        (
            {"rounds": [MAY, {**JULY, "number": 1}]},
            "İki turun numarası 1.",
            "Two rounds have the number 1.",
        ),
        ({"known_only_as": RECORD}, "Geçmişe ait kaydın turu olmaz.", "A historical record has no rounds."),
        (
            {"responses_received": "4"},
            "Bu bilgi yalnızca geçmişe ait kayıtta bulunur.",
            "Only a historical record has this.",
        ),
        (
            {"roles": [{"role": "drafter"}, {"role": "drafter"}]},
            "Bir rol iki kez yazılmış.",
            "A role stands there twice.",
        ),
        ({"time_zone": "Mars/Olympus"}, "adlı saat dilimi yok", "There is no time zone"),
    ],
    ids=["reversed", "no rounds", "overlap", "numbers", "record with rounds", "facts", "roles", "zone"],
)
def test_what_does_not_fit_is_refused_with_what_to_do(editor_in, data, turkish, english):
    add = reverse(consultations.get_url_name("add"))

    pages = [editor_in(language).post(add, form_data(**data)).content.decode() for language in ("tr", "en")]

    assert [turkish in pages[0], english in pages[1]] == [True, True]
    assert Consultation.objects.count() == 0


@pytest.mark.parametrize(("language", "is_accepted"), [("tr", True), ("en", False)])
def test_current_draft_must_exist_in_the_authoritative_language(editor_in, language, is_accepted):
    drafts = [{"number": 1, "document": make_document("Draft", language="tr").pk, "published_on": ""}]
    data = form_data(drafts=drafts, authoritative_language=language)

    page = editor_in("en").post(reverse(consultations.get_url_name("add")), data)

    assert Consultation.objects.exists() is is_accepted
    assert ("Version 1 has no English edition." in page.content.decode()) is not is_accepted


def test_second_page_of_a_consultation_in_one_language_is_refused(bilingual_site):
    page = make_page(bilingual_site.turkish, ConsultationPage, consultation=make_consultation("one", PAST))
    copy = page.copy(update_attrs={"title": "Kopya", "slug": "kopya"})
    form_class = ConsultationPage.edit_handler.bind_to_model(ConsultationPage).get_form_class()
    data = nested_form_data(
        {
            "consultation": page.consultation_id,
            "body": streamfield([]),
            **{name: inline_formset([]) for name in ("role_wordings", "claims", "comments")},
        }
    )

    form = form_class(data, instance=copy, parent_page=bilingual_site.turkish)

    assert form.errors["consultation"] == [
        "Bu görüş sürecini bu dilde “Sayfa” sayfası anlatıyor. O sayfayı düzenleyin."
    ]


@pytest.mark.parametrize(
    ("language", "tabs"),
    [
        ("tr", ["Görüş süreci", "ne istendiği", "nasıl görüş bildirilir", "Bu dilin sözleriyle roller"]),
        (
            "en",
            ["Consultation", "What was asked for", "How to respond", "Roles in the words of this language"],
        ),
    ],
)
def test_page_has_a_tab_of_its_own_in_the_editors_language(bilingual_site, editor_in, language, tabs):
    home = bilingual_site.home(language)
    add = reverse("wagtailadmin_pages:add", args=["consultation", "consultationpage", home.pk])

    editor = editor_in(language).get(add).content.decode()

    assert [tab for tab in tabs if tab.lower() not in editor.lower()] == []
