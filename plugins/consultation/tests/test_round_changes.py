"""Extending, suspending, resuming and closing early: what it takes, who is told, and what readers get."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from ..domain import State, Window, current_window, state_at
from ..listings import in_state
from ..mail.due import open_rounds
from ..models import Consultation, ConsultationPage, Notice, Passage, Round, RoundChange
from ..passing import notice_passages
from ..people.inviting import Letter, invite
from ..round_room.changing import Change, change_round
from .making import PAST, PRESENT, make_consultation, make_pages
from .submitting import make_round, submit
from .test_notices import make_stakeholder

What = RoundChange.What
NOW = datetime(2026, 11, 22, 9, 30, 20, tzinfo=UTC)
LATER = date(2191, 1, 15)


def changed(each, what, *, now=NOW, user=None, reason="Bayram nedeniyle", **end):
    change = Change(what=what, reason=reason, language="tr", **end)
    change_round(each.pk, change, now=now, user=user)
    return Round.objects.select_related("consultation").get(pk=each.pk)


def officer(**facts):
    return get_user_model().objects.create_user("officer", is_staff=True, **facts)


def test_an_extension_keeps_the_old_date_and_tells_who_handed_in(db):
    each = make_round()
    submit(each)

    after = changed(each, What.EXTENDED, closes_on=LATER, user=officer())

    record = RoundChange.objects.get()
    assert (record.closes_on_before, record.closes_on_after, record.by.username) == (
        PRESENT[1],
        LATER,
        "officer",
    )
    assert after.closes_at == datetime(2191, 1, 15, 21, tzinfo=UTC)
    assert Notice.objects.filter(kind=Notice.Kind.CHANGED).count() == 1
    assert after.consultation.latest_revision.content["rounds"][0]["closes_on"] == "2191-01-15"


def test_a_suspended_round_takes_nothing_does_not_end_and_goes_on_with_a_new_end(db):
    each = make_round(closes=NOW + timedelta(days=1))
    Round.objects.update(closes_on=date(2026, 11, 23))
    suspended = changed(each, What.SUSPENDED)
    long_after = NOW + timedelta(days=30)

    states = [suspended.window.state_at(at) for at in (NOW - timedelta(seconds=1), NOW, long_after)]
    notice_passages(long_after)
    reminded = open_rounds(NOW).exists()
    resumed = changed(each, What.RESUMED, now=long_after, closes_on=date(2027, 1, 15))

    assert states == [State.OPEN, State.SUSPENDED, State.SUSPENDED]
    assert (reminded, Passage.objects.filter(what=Passage.What.CLOSED).exists()) == (False, False)
    assert resumed.window.state_at(long_after) is State.OPEN
    assert [each.what for each in RoundChange.objects.all()] == ["suspended", "resumed"]


@pytest.mark.parametrize(
    ("now", "closes_on", "closes_at"),
    [
        (NOW, "2026-11-22", datetime(2026, 11, 22, 9, 31, tzinfo=UTC)),
        (
            datetime(2026, 11, 22, 20, 59, 30, tzinfo=UTC),
            "2026-11-22",
            datetime(2026, 11, 22, 21, tzinfo=UTC),
        ),
    ],
    ids=["by day", "in the last minute of the day"],
)
def test_closing_early_is_exact_to_the_minute(db, now, closes_on, closes_at):
    after = changed(make_round(), What.CLOSED_EARLY, now=now)

    assert (str(after.closes_on), after.closes_at, after.closed_early_at) == (closes_on, closes_at, closes_at)
    assert after.window.state_at(closes_at) is State.CLOSED
    after.full_clean(exclude=["opens_at", "closes_at"])


def test_closing_before_a_date_that_invitations_told_needs_a_permission(db):
    each = make_round()
    invite(
        each,
        [make_stakeholder("Ölçme Odası", "tr", "oda@example.org")],
        letter=Letter("E-1", date(2026, 11, 1)),
    )

    with pytest.raises(ValidationError) as refusal:
        changed(each, What.CLOSED_EARLY, user=officer())
    allowed = changed(each, What.CLOSED_EARLY, user=get_user_model().objects.create_superuser("head"))

    assert list(refusal.value.message_dict) == ["what"]
    assert allowed.window.state_at(NOW + timedelta(minutes=1)) is State.CLOSED


@pytest.mark.parametrize(
    ("what", "fields", "wrong"),
    [
        (What.EXTENDED, {}, "closes_on"),
        (What.EXTENDED, {"closes_on": date(2190, 11, 29)}, "closes_on"),
        (What.EXTENDED, {"closes_on": date(2026, 11, 21)}, "closes_on"),
        (What.EXTENDED, {"closes_on": date(2195, 2, 1)}, "closes_on"),
        (What.EXTENDED, {"closes_on": date(2300, 1, 1)}, "closes_on"),
        (What.RESUMED, {"closes_on": LATER}, "what"),
        (What.SUSPENDED, {"reason": "  "}, "reason"),
    ],
    ids=["no date", "shorter", "passed", "into the next round", "out of reach", "not suspended", "no reason"],
)
def test_what_a_round_does_not_allow_is_refused_and_leaves_no_trace(db, what, fields, wrong):
    following = (date(2195, 1, 1), date(2195, 12, 31))
    each = make_consultation("protocol", PRESENT, following).rounds.first()

    with pytest.raises(ValidationError) as refusal:
        changed(each, what, **fields)

    assert list(refusal.value.message_dict) == [wrong]
    assert not RoundChange.objects.exists()
    assert Round.objects.get(pk=each.pk).closes_on == PRESENT[1]


def test_sql_and_domain_agree_on_the_state_of_suspended_rounds(bilingual_site):
    opens, closes = NOW - timedelta(days=2), NOW + timedelta(days=2)
    for number, suspended_at in enumerate((None, opens, NOW, NOW + timedelta(seconds=1), closes)):
        consultation = make_consultation(f"number-{number}", PAST, PRESENT)
        consultation.rounds.filter(number=2).update(
            opens_at=opens, closes_at=closes, suspended_at=suspended_at
        )
        make_pages(bilingual_site, consultation)
    everything = ConsultationPage.objects.select_related("consultation")

    for now in (opens - timedelta(days=1), opens, NOW, closes, closes + timedelta(days=1)):
        for state in State:
            by_sql = set(everything.filter(in_state(state, now=now)))
            by_rule = {
                page for page in everything if state_at(now, windows=page.consultation.windows) is state
            }
            assert by_sql == by_rule, (state, now)


def test_a_suspended_round_stays_the_one_that_matters():
    suspended = Window(NOW - timedelta(days=9), NOW - timedelta(days=2), NOW - timedelta(days=3))
    coming = Window(NOW + timedelta(days=1), NOW + timedelta(days=5))

    assert current_window(NOW, windows=[coming, suspended]) == suspended


@pytest.mark.parametrize(("locale", "label"), [("TR", "Durduruldu"), ("EN", "Suspended")])
def test_readers_are_told_the_state_and_the_reason_in_its_own_language(bilingual_site, ask, locale, label):
    each = make_round()
    make_pages(bilingual_site, each.consultation)
    changed(each, What.SUSPENDED, now=timezone.now())
    query = """query ($locale: LocaleCode!) { consultationConsultation(locale: $locale, key: "protocol") {
        state { code label }
        rounds { changes { code label reason reasonLocale closesOnBefore closesOnAfter } }
    } }"""

    told = ask(query, locale=locale)["data"]["consultationConsultation"]
    listed = ask(
        "query ($locale: LocaleCode!) {"
        " consultationConsultations(locale: $locale, state: SUSPENDED, first: 9) { nodes { key } } }",
        locale=locale,
    )["data"]["consultationConsultations"]["nodes"]

    assert told["state"] == {"code": "SUSPENDED", "label": label}
    assert told["rounds"][0]["changes"] == [
        {
            "code": "SUSPENDED",
            "label": label,
            "reason": "Bayram nedeniyle",
            "reasonLocale": "TR",
            "closesOnBefore": "2190-11-30",
            "closesOnAfter": "2190-11-30",
        }
    ]
    assert listed == [{"key": "protocol"}]


@pytest.fixture
def officer_in(client, db):
    client.force_login(get_user_model().objects.create_superuser("officer"))
    return client


def test_an_officer_extends_a_round_on_its_page(officer_in):
    each = make_round()
    page = reverse("consultation_rounds:round", args=[each.pk])
    data = {"what": "extended", "reason": "Talep üzerine", "language": "tr", "closes_time": ""}

    refused = officer_in.post(page, {**data, "closes_on": ""})
    done = officer_in.post(page, {**data, "closes_on": "2191-01-15"}, follow=True)
    listed = officer_in.get(reverse("consultation_rounds:index"))

    assert refused.context["form"].errors.keys() == {"closes_on"}
    assert '<td lang="tr">Talep üzerine</td>' in done.content.decode()
    assert f'href="{page}"' in listed.content.decode()
    assert str(Round.objects.get().closes_on) == "2191-01-15"


def test_the_page_of_rounds_is_for_those_who_may_change_consultations(client, db):
    client.force_login(officer())

    answers = [client.get(reverse("consultation_rounds:index"))]

    assert all(answer.status_code in (302, 403) for answer in answers)


def test_what_people_rely_on_is_kept_by_the_form(officer_in):
    from .test_admin import MAY, form_data

    each = make_round(participation="open")
    submit(each)
    edit = reverse("wagtailsnippets_consultation_consultation:edit", args=[each.consultation_id])
    stored = {**MAY, "id": each.pk, "opens_on": "2010-05-03", "closes_on": "2190-11-30"}
    forms = {
        "removed": [{**stored, "DELETE": "on"}, JUNE],
        "left out": [JUNE],
        "other dates": [{**stored, "closes_on": "2190-11-29"}],
    }

    told = {}
    for name, rounds in forms.items():
        data = form_data(rounds=rounds, key="protocol", reference="", kind="other")
        initial = {"rounds-INITIAL_FORMS": "0" if name == "left out" else "1"}
        told[name] = officer_in.post(edit, data | initial).context["form"].non_field_errors()

    assert [len(errors) for errors in told.values()] == [1, 1, 1], told
    assert str(Consultation.objects.get().rounds.get().closes_on) == "2190-11-30"


JUNE = {
    "number": 2,
    "opens_on": "2191-06-01",
    "closes_on": "2191-06-30",
    "opens_time": "",
    "closes_time": "",
}
