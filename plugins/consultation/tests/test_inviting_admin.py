"""What officers do with invitations in the admin, and that nothing becomes public for nobody."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from ..models import Consultation, ConsultationPage, Invitation, Notice
from ..people.inviting import invite
from .making import PRESENT, make_consultation, make_pages
from .test_admin import form_data
from .test_notices import make_stakeholder

LIST = "wagtailsnippets_consultation_invitation:list"


@pytest.fixture
def officer(client, bilingual_site):
    client.force_login(get_user_model().objects.create_superuser("officer"))
    return client


def invited(each):
    (invitation,) = invite(each, [make_stakeholder("Ölçme Odası", "tr", "oda@example.org")])
    return invitation


def test_what_was_not_sent_is_sent_and_a_new_code_is_sent_anew(officer):
    invitation = invited(make_consultation("protocol", PRESENT).rounds.get())
    before = invitation.code
    send, renew = (
        reverse("consultation_people:send"),
        reverse("consultation_people:renew", args=[invitation.pk]),
    )

    listed = officer.get(reverse(LIST)).content.decode()
    waiting = officer.get(send).content.decode()
    officer.post(send)
    officer.get(renew)
    unchanged = Invitation.objects.get().code
    officer.post(renew)
    officer.post(send)

    assert [send in listed, renew in listed, "Ölçme Odası" in waiting] == [True, True, True]
    assert unchanged == before != Invitation.objects.get().code
    assert Notice.objects.filter(kind=Notice.Kind.INVITATION).count() == 2
    assert before not in listed + waiting


@pytest.mark.parametrize("name", ["send", "renew"])
def test_sending_and_new_codes_are_for_those_who_may_change_invitations(client, db, name):
    invitation = invited(make_consultation("protocol", PRESENT).rounds.get())
    client.force_login(get_user_model().objects.create_user("reader", is_staff=True))
    before = invitation.token_hash

    answer = client.post(
        reverse(f"consultation_people:{name}", args=[invitation.pk] if name == "renew" else [])
    )

    assert answer.status_code in (302, 403)
    assert (Invitation.objects.get().token_hash, Notice.objects.count()) == (before, 0)


@pytest.mark.parametrize("choice", [{"visibility": "restricted"}, {"participation": "invited"}])
@pytest.mark.parametrize("is_invited", [False, True])
def test_a_public_consultation_is_closed_to_others_only_with_an_invitation(
    officer, bilingual_site, choice, is_invited
):
    consultation = make_consultation("protocol", PRESENT)
    make_pages(bilingual_site, consultation)
    each = consultation.rounds.get()
    if is_invited:
        invited(each)
    row = {
        "id": each.pk,
        "number": 1,
        "opens_on": "2010-05-03",
        "closes_on": "2190-11-30",
        "opens_time": "",
        "closes_time": "",
    }
    fields = {"reference": "", "kind": "other", "visibility": "public", **choice}
    data = form_data(rounds=[row], **fields) | {"rounds-INITIAL_FORMS": "1"}

    answer = officer.post(
        reverse("wagtailsnippets_consultation_consultation:edit", args=[consultation.pk]), data
    )

    ((name, value),) = choice.items()
    errors = {} if is_invited else answer.context["form"].errors
    assert list(errors) == ([] if is_invited else [name])
    assert (getattr(Consultation.objects.get(), name) == value) is is_invited


@pytest.mark.parametrize(
    ("button", "is_refused"), [("action-publish", True), ("action-submit", True), ("", False)]
)
def test_a_page_for_the_invited_goes_public_only_with_an_invitation(bilingual_site, button, is_refused):
    consultation = make_consultation("protocol", PRESENT, visibility="restricted")
    page = ConsultationPage(title="Taslak", slug="taslak", consultation=consultation)
    page.locale = bilingual_site.turkish.locale
    data = nested_form_data(
        {
            "title": "Taslak",
            "slug": "taslak",
            "consultation": consultation.pk,
            "body": streamfield([]),
            **{name: inline_formset([]) for name in ("role_wordings", "claims", "comments")},
        }
    ) | ({button: "1"} if button else {})
    form_class = ConsultationPage.edit_handler.bind_to_model(ConsultationPage).get_form_class()

    before = form_class(data, instance=page, parent_page=bilingual_site.turkish).errors
    invited(consultation.rounds.get())
    after = form_class(data, instance=page, parent_page=bilingual_site.turkish).errors

    assert ("consultation" in before) is is_refused
    assert "consultation" not in after
