"""Openings and closings are noticed once each, however late and however often the job runs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.api import Subscriber
from cms.testing.contributing import contributing

from ..events import RoundClosed, RoundOpened
from ..models import Passage, Round
from ..passing import notice_passages
from .making import make_consultation

NOVEMBER = (date(2026, 11, 2), date(2026, 11, 30))
OPENS_AT = datetime(2026, 11, 1, 21, tzinfo=UTC)
CLOSES_AT = datetime(2026, 11, 30, 21, tzinfo=UTC)


def recorded() -> list[tuple[str, datetime]]:
    return list(Passage.objects.values_list("what", "at"))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OPENS_AT - timedelta(microseconds=1), []),
        (OPENS_AT, [("opened", OPENS_AT)]),
        (CLOSES_AT - timedelta(microseconds=1), [("opened", OPENS_AT)]),
        (CLOSES_AT, [("opened", OPENS_AT), ("closed", CLOSES_AT)]),
        (CLOSES_AT + timedelta(days=400), [("opened", OPENS_AT), ("closed", CLOSES_AT)]),
    ],
)
def test_what_has_passed_is_recorded_with_its_own_instant(
    db: None, now: datetime, expected: list[tuple[str, datetime]]
) -> None:
    make_consultation("protocol", NOVEMBER)

    notice_passages(now)
    notice_passages(now)

    assert recorded() == expected


def test_a_longer_round_closes_once_more(db: None) -> None:
    consultation = make_consultation("protocol", NOVEMBER)
    notice_passages(CLOSES_AT)

    longer = Round.objects.get(consultation=consultation)
    longer.closes_on = date(2026, 12, 7)
    longer.save()
    notice_passages(CLOSES_AT)
    notice_passages(CLOSES_AT + timedelta(days=7))

    assert recorded() == [
        ("opened", OPENS_AT),
        ("closed", CLOSES_AT),
        ("closed", CLOSES_AT + timedelta(days=7)),
    ]


def test_each_is_announced_once_with_ids_only(db: None, django_capture_on_commit_callbacks) -> None:
    make_consultation("protocol", NOVEMBER)
    heard: list[RoundOpened | RoundClosed] = []
    listening = tuple(
        Subscriber(name=kind.__name__, event=kind, handle=heard.append) for kind in (RoundOpened, RoundClosed)
    )
    with (
        contributing("listener", subscribers=listening),
        django_capture_on_commit_callbacks(execute=True),
    ):
        notice_passages(CLOSES_AT)
        notice_passages(CLOSES_AT)

    stored = Round.objects.get()
    assert [(type(event), event.occurred_at, event.round_id) for event in heard] == [
        (RoundOpened, OPENS_AT, stored.pk),
        (RoundClosed, CLOSES_AT, stored.pk),
    ]


@pytest.mark.parametrize(("language", "heading"), [("tr", "Görüşe açık"), ("en", "Open for opinions")])
def test_open_rounds_stand_on_the_first_page_of_the_admin(
    db: None, admin_client: Client, admin_user, language: str, heading: str
) -> None:
    today = timezone.localdate()
    make_consultation("open-now", (today - timedelta(days=3), today + timedelta(days=3)))
    make_consultation("long-past", (date(2020, 1, 1), date(2020, 1, 31)))
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": language})

    page = admin_client.get("/admin/").content.decode()

    assert [heading in page, "open-now" in page, "long-past" in page] == [True, True, False]
