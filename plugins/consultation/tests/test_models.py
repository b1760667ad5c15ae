"""What a row keeps true by itself."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail_localize.operations import translate_object

from cms.testing.factories import make_page, translate

from ..domain import State, latest_first, state_at
from ..listings import in_state
from ..models import Consultation, ConsultationPage, RoleWording, Round
from .making import HISTORICAL, PAST, istanbul, make_consultation


def test_round_derives_its_instants_from_local_dates(db):
    consultation = make_consultation("protocol", (date(2026, 11, 2), date(2026, 11, 30)))

    stored = consultation.rounds.get()

    assert stored.opens_at == datetime(2026, 11, 1, 21, tzinfo=UTC)
    assert stored.closes_at == datetime(2026, 11, 30, 21, tzinfo=UTC)


def test_changing_the_zone_moves_the_instants_and_the_place_in_lists(db):
    consultation = Consultation.objects.get(pk=make_consultation("protocol", PAST).pk)

    consultation.time_zone = "Europe/Berlin"
    consultation.save()

    closes_at = datetime(2010, 6, 2, 22, tzinfo=UTC)
    stored = Consultation.objects.get(pk=consultation.pk)
    assert stored.rounds.get().closes_at == closes_at
    assert stored.list_key == latest_first(closes_at)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"closes_on": date(2026, 5, 3)}, "closes_on"),
        ({"closes_on": date(2026, 5, 4), "opens_time": time(12), "closes_time": time(12)}, "closes_on"),
        ({"closes_time": time(0)}, "closes_time"),
        ({"closes_on": date(2200, 1, 1)}, "closes_on"),
        ({"opens_on": date(1969, 12, 31)}, "opens_on"),
    ],
)
def test_round_that_cannot_be_is_refused(db, fields, field):
    consultation = make_consultation("protocol")
    wrong = Round(
        **{
            "consultation": consultation,
            "opens_on": date(2026, 5, 4),
            "closes_on": date(2026, 5, 29),
            **fields,
        }
    )

    with pytest.raises(ValidationError) as caught:
        wrong.full_clean(exclude=["opens_at", "closes_at"])

    assert list(caught.value.message_dict) == [field]


def test_round_of_a_single_day_is_a_round(db):
    consultation = make_consultation("protocol", (date(2026, 5, 4), date(2026, 5, 4)))

    consultation.rounds.get().full_clean()


def test_database_refuses_a_round_that_closes_before_it_opens(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_consultation("protocol", (date(2026, 5, 29), date(2026, 5, 4)))


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "europe"])
def test_unknown_time_zone_is_refused(db, name):
    consultation = Consultation(key="protocol", time_zone=name)

    with pytest.raises(ValidationError) as caught:
        consultation.full_clean()

    assert list(caught.value.message_dict) == ["time_zone"]


def test_versions_of_a_page_cannot_belong_to_different_consultations(bilingual_site):
    one, other = make_consultation("one"), make_consultation("other")
    turkish = make_page(bilingual_site.turkish, ConsultationPage, consultation=one)
    english = translate(turkish)

    english.consultation = other

    with pytest.raises(ValidationError) as caught:
        english.save()
    assert list(caught.value.message_dict) == ["consultation"]


def test_translating_keeps_the_facts_and_takes_the_roles_along(bilingual_site):
    words = [RoleWording(role="initiator", name="Bakanlık", part="gözetim")]
    consultation = make_consultation("protocol", PAST)
    turkish = make_page(
        bilingual_site.turkish, ConsultationPage, consultation=consultation, role_wordings=words
    )

    translate_object(turkish, [bilingual_site.english.locale])

    english = turkish.get_translation(bilingual_site.english.locale)
    wording = english.role_wordings.get()
    assert (english.consultation, wording.role, wording.locale) == (
        consultation,
        "initiator",
        bilingual_site.english.locale,
    )
    assert wording.translation_key == turkish.role_wordings.get().translation_key


@pytest.mark.parametrize(
    "now",
    [
        istanbul(2026, 5, 3, 23, 59, 59),
        istanbul(2026, 5, 4),
        istanbul(2026, 5, 29, 23, 59, 59),
        istanbul(2026, 5, 30),
        istanbul(2026, 7, 1),
        istanbul(2026, 7, 16),
    ],
)
def test_lists_know_the_same_state_as_the_consultation_itself(bilingual_site, now):
    may, july = (date(2026, 5, 4), date(2026, 5, 29)), (date(2026, 7, 1), date(2026, 7, 15))
    for consultation in (
        make_consultation("may", may),
        make_consultation("both", may, july),
        make_consultation("draft"),
        make_consultation("historical", known_only_as=HISTORICAL),
    ):
        make_page(bilingual_site.turkish, ConsultationPage, title=consultation.key, consultation=consultation)

    listed = {
        page.title: state
        for state in State
        for page in ConsultationPage.objects.filter(in_state(state, now=now))
    }

    assert listed == {
        each.key: state_at(now, windows=each.windows, is_historical=each.is_historical)
        for each in Consultation.objects.all()
    }
