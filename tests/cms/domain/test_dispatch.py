"""Events reach their subscribers after the commit, each apart from the others, until they are received."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

import pytest
from django.db import transaction
from django.utils import timezone

from cms.api import Event, PageMoved, PagePublished, PageUnpublished, Subscriber, announce
from cms.domain.dispatch import MOST_ATTEMPTS, deliver_late
from cms.models import ArticlePage, OutboxEntry, Problem
from cms.testing.contributing import contributing
from cms.testing.factories import BilingualSite, make_page

LATER = timedelta(days=2)


@dataclass(frozen=True, kw_only=True)
class TermAdded(Event):
    """A term was added."""

    name: ClassVar[str] = "glossary.term_added"
    term_id: int


@dataclass
class Receiver:
    """Remembers what it received; fails as often as it is told to."""

    failures: int = 0

    def __post_init__(self) -> None:
        self.received: list[Event] = []

    def __call__(self, event: Event) -> None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError
        self.received.append(event)

    def subscribed(self, event: type[Event], name: str = "listen") -> Subscriber:
        return Subscriber(name=name, event=event, handle=self)


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


def test_a_subscriber_receives_the_event_as_it_was(
    db: None, receiver: Receiver, django_capture_on_commit_callbacks
) -> None:
    event = TermAdded(term_id=7)
    subscribers = (receiver.subscribed(TermAdded),)
    with (
        contributing("glossary", subscribers=subscribers),
        django_capture_on_commit_callbacks(execute=True),
    ):
        announce(event)

    assert (receiver.received, OutboxEntry.objects.count()) == ([event], 0)


def test_nothing_is_received_of_what_is_rolled_back(transactional_db: None, receiver: Receiver) -> None:
    with contributing("glossary", subscribers=(receiver.subscribed(TermAdded),)), transaction.atomic():
        announce(TermAdded(term_id=7))
        transaction.set_rollback(True)

    assert (receiver.received, OutboxEntry.objects.count()) == ([], 0)


def test_a_failing_subscriber_harms_no_other_and_is_tried_again(
    db: None, receiver: Receiver, django_capture_on_commit_callbacks
) -> None:
    fragile = Receiver(failures=2)
    subscribers = (fragile.subscribed(TermAdded, "fragile"), receiver.subscribed(TermAdded))
    with contributing("glossary", subscribers=subscribers):
        with django_capture_on_commit_callbacks(execute=True):
            announce(TermAdded(term_id=7))
        after_commit = (len(fragile.received), len(receiver.received))
        deliver_late(timezone.now() + LATER)
        deliver_late(timezone.now() + LATER)

    assert after_commit == (0, 1)
    assert (len(fragile.received), len(receiver.received)) == (1, 1)
    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.count) == ("glossary", "subscriber", 2)


def test_what_never_succeeds_stays_and_is_not_tried_for_ever(
    db: None, django_capture_on_commit_callbacks
) -> None:
    hopeless = Receiver(failures=1000)
    with contributing("glossary", subscribers=(hopeless.subscribed(TermAdded),)):
        with django_capture_on_commit_callbacks(execute=True):
            announce(TermAdded(term_id=7))
        for _ in range(MOST_ATTEMPTS + 5):
            deliver_late(timezone.now() + timedelta(days=60))

    assert (1000 - hopeless.failures, OutboxEntry.objects.get().attempts) == (MOST_ATTEMPTS, MOST_ATTEMPTS)


def test_a_page_announces_what_happens_to_it(
    bilingual_site: BilingualSite, receiver: Receiver, django_capture_on_commit_callbacks
) -> None:
    kinds = (PagePublished, PageUnpublished, PageMoved)
    subscribers = tuple(receiver.subscribed(kind, kind.__name__) for kind in kinds)
    with contributing("glossary", subscribers=subscribers):
        with django_capture_on_commit_callbacks(execute=True):
            section = make_page(bilingual_site.turkish, title="Bölüm")
            page = make_page(bilingual_site.turkish, title="Sayfa", model=ArticlePage)
        receiver.received.clear()
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
            page.move(section, pos="last-child")
            page.refresh_from_db()
            page.unpublish()

    told = [(type(event), event.page_id, event.locale) for event in receiver.received]
    assert told == [(kind, page.pk, "tr") for kind in (PagePublished, PageMoved, PageUnpublished)]


def test_without_subscribers_nothing_is_written(
    bilingual_site: BilingualSite, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0):
        announce(TermAdded(term_id=7))
