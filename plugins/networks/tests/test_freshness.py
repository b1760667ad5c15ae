from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from plugins.networks.freshness import freshness_of
from plugins.networks.models import EntryReview, OrganisationEntry
from plugins.networks.tests.making import make_organisation

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "months", "freshness"),
    [(1, 12, "fresh"), (364, 12, "fresh"), (370, 12, "aging"), (550, 12, "stale"), (100, 3, "aging")],
)
def test_freshness_follows_the_review_interval(days: int, months: int, freshness: str) -> None:
    assert freshness_of(NOW - timedelta(days=days), months, now=NOW) == freshness


def test_what_was_never_confirmed_is_neither_fresh_nor_given_up() -> None:
    assert freshness_of(None, 12, now=NOW) == "aging"


@pytest.mark.django_db
def test_a_confirmation_is_no_part_of_the_record_and_outlives_old_drafts() -> None:
    record = make_organisation("unido")
    draft = record.save_revision()
    EntryReview.objects.create(organisation=record, last_confirmed_at=timezone.now())

    draft.publish()

    assert {entry.facet("freshness") for entry in OrganisationEntry.objects.all()} == {"fresh"}
    assert EntryReview.objects.get().last_confirmed_at
